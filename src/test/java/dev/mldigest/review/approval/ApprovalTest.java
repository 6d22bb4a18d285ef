package dev.mldigest.review.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.review.digest.DigestFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private final String digest = new DigestMarkdown().render(Issues.example());

  @Test
  void anchors_empty_note_slots_and_what_is_for_the_editor_are_gone_and_nothing_else() {
    String stripped = Approval.strip(digest);
    assertThat(stripped).doesNotContain("<!--");
    assertThat(stripped.lines().filter(line -> !line.isBlank()))
        .containsExactlyElementsOf(
            digest
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                .filter(line -> !line.matches("(subject|preheader)-\\d: .*"))
                .filter(line -> !line.matches("(coverage|shortfalls|summaries|funnel): .*"))
                .toList());
    assertThat(stripped).doesNotContain("\n\n\n");
    assertThat(Approval.strip(stripped)).isEqualTo(stripped);
  }

  @Test
  void what_the_editor_wrote_in_a_note_slot_after_it_or_instead_of_it_is_kept() {
    assertThat(strip("a\n\n<!-- note: Read *this*. -->\n\nb\n"))
        .isEqualTo("a\n\nRead *this*.\n\nb\n");
    assertThat(strip("a\n\n<!-- note: -->\nMy note.\n")).isEqualTo("a\n\nMy note.\n");
    assertThat(strip("a\n\n<!-- note: --> My note.\n")).isEqualTo("a\n\nMy note.\n");
    assertThat(strip("a\n\n<!-- note:\nTwo\nlines\n-->\n")).isEqualTo("a\n\nTwo\nlines\n");
    assertThat(strip("a\r\n\r\n<!-- note: -->\r\n\r\nb\r\n")).isEqualTo("a\r\n\r\nb\r\n");
  }

  @Test
  void a_note_slot_whose_end_was_deleted_does_not_swallow_the_issue() {
    assertThat(strip("a\n\n<!-- note: My note\n\nb\n")).isEqualTo("a\n\nMy note\n\nb\n");
    assertThat(strip("a\n\n<!-- note:")).isEqualTo("a\n\n");
  }

  @Test
  void damaged_anchors_are_gone_too() {
    assertThat(strip("<!-- item:abc\n### [T](https://t)\n")).isEqualTo("### [T](https://t)\n");
    assertThat(strip("<!-- item:abc v=0 -->\n\n### [T](https://t)\n"))
        .isEqualTo("### [T](https://t)\n");
  }

  @Test
  void the_editors_own_comments_go_and_code_stays() {
    String code = "text\n\n```\n<!-- item:x v=00000000 -->\n```\n\n`<!-- b -->` \\<!-- c\n";
    assertThat(strip("## A\n\n<!-- ask Ann -->\n\n" + code)).isEqualTo("## A\n\n" + code);
    assertThat(strip("a <!-- x --> b\n")).isEqualTo("a b\n");
    assertThat(strip("<!-- x --> b <!-- y -->\n")).isEqualTo("b\n");
    assertThat(strip("a\n<!-- x\n\ny -->\nb\n")).isEqualTo("a\n\nb\n");
    assertThat(strip("a <!-- x\n\n    y `\n-->\n\nb\n")).isEqualTo("a\n\nb\n");
    assertThat(strip("a\r\n\r\n<!-- x -->\r\n\r\nb\r\n")).isEqualTo("a\r\n\r\nb\r\n");
    assertThat(strip("a <!-- x <!-- y --> z --> b\n")).isEqualTo("a b\n");
    assertThat(strip("a <!--> b <!---> c <!-- x --!> d\n")).isEqualTo("a b c d\n");
    assertThat(strip("a\n\n[//]: # (ask Bo)\n[c]: <> (and Cy)\n\nb\n")).doesNotContain("ask", "Cy");
    assertThat(strip("- a\n\n  <!-- x -->\n\n- b\n")).doesNotContain("x");
    assertThat(strip("<!-- note: mine <!-- x --> too -->\n")).isEqualTo("mine too\n");
  }

  @Test
  void comments_of_the_front_matter_go_and_its_values_stay() {
    String front = "---\n# ask Ann\ntitle: T\n<!-- ask Bo -->\nnote: \"# 1\" # ask Cy\n";
    assertThat(strip(front + "text: |\n  # kept\n---\n\n# T\n"))
        .isEqualTo("---\ntitle: T\nnote: \"# 1\"\ntext: |\n  # kept\n---\n\n# T\n");
  }

  @Test
  void a_value_of_any_length_in_quotes_is_read() {
    for (String value : List.of("\"%s\\\"\"", "'%s''s'")) {
      String front = "---\nnote: " + value.formatted("words \\\\ ".repeat(20_000));
      assertThat(strip(front + " # ask Cy\n---\n\n# T\n")).isEqualTo(front + "\n---\n\n# T\n");
    }
  }

  @Test
  void a_comment_behind_a_value_without_quotes_goes_and_the_value_stays() {
    String front =
        "---\ntitle: T # ask\nsubject: Bo's # ask Bo\nurl: https://a.example/#x\nlist: # ask";
    String list = "\n  - a: 1%s\n  - C#%s\ntags: [a, b]%s\n---\n\n# T\n".replace("%s", "%1$s");
    String bare = "---\ntitle: T\nsubject: Bo's\nurl: https://a.example/#x\nlist:";
    assertThat(strip(front + list.formatted(" # ask"))).isEqualTo(bare + list.formatted(""));
  }

  @Test
  void what_looks_like_a_comment_and_is_none_is_named() {
    for (String line :
        List.of(
            "Text.\n[//]: # (SECRET ask Bo)",
            "- a\n[//]: # (SECRET)",
            "> a\n> [//]: # (SECRET)",
            "[//]: # (SECRET (really) ask Bo)",
            "[//]: # \"a \"b\" SECRET\"",
            "[//]: # SECRET",
            "[//]: # (SECRET\n\nmore)",
            "[]: # (SECRET)",
            "Text <! -- SECRET -->",
            "Text < !-- SECRET -->",
            "<!-- note SECRET -->")) {
      String item = "### [First](https://a.example/1)\n\n" + line + "\n\n";
      assertThat(Approval.of(item + "### [B](https://a.example/2)\n\nTwo.\n").faults())
          .as(line)
          .singleElement()
          .asString()
          .contains("'First'");
    }
    for (String line : List.of("[a]: #part", "`[//]: # (x`", "a < b! -- c", "[x]: # (ask)")) {
      assertThat(Approval.of("### [A](https://a.example/1)\n\n" + line + "\n").faults())
          .as(line)
          .isEmpty();
    }
  }

  @Test
  void a_note_is_read_wherever_its_slot_stands_and_however_it_is_written() {
    for (String note :
        List.of(
            "**Highlight:** x. <!-- note: MINE -->",
            "- <!-- note: MINE -->",
            "> <!-- note: MINE -->",
            "<!-- Note: MINE -->",
            "<!-- note : MINE -->",
            "<!-- notes: MINE -->",
            "<!--\nnote: MINE\n-->")) {
      assertThat(strip("a\n\n" + note + "\n\nb\n"))
          .as(note)
          .contains("MINE")
          .doesNotContain("<!--", "note");
    }
    assertThat(strip("a <!-- note: --> b\n")).isEqualTo("a b\n");
  }

  @Test
  void html_directly_above_an_item_does_not_take_it_in() {
    String item = "<!-- item:%s v=00000000 -->\n### [%s](https://a.example/%s)\n\nOne.\n\n%s\n";
    assertThat(
            Approval.strip(
                item.formatted("a", "A", "a", "<br>") + item.formatted("b", "B", "b", "")))
        .contains("<br>\n\n### [B]");
    assertThat(strip("# T\n\n## S\n<hr>\n### [A](https://a.example/1)\n\nOne.\n"))
        .contains("<hr>\n\n### [A]");
  }

  @Test
  void an_anchor_without_its_heading_is_named_as_what_it_is() {
    String text = "<!-- item:a v=00000000 -->\n## [First](https://a.example/1)\n\nOne.\n";
    assertThat(Approval.of(text).faults()).singleElement().asString().contains("'### '");
  }

  @Test
  void what_is_not_closed_is_named_with_its_item_and_line_and_reaches_no_other() {
    String before =
        "# T\n\n## A\n\n<!-- item:a v=00000000 -->\n### [First](https://a.example/1)\n\nOne.\n\n";
    String after =
        "\n\n<!-- item:b v=00000000 -->\n### [Second](https://a.example/2)\n\nTwo --> x.\n";
    for (String begun :
        List.of(
            "<!-- todo",
            "<!-- todo\n\n<!-- note: -->",
            "<!-- note: mine",
            "text <!-- x",
            "<!-- a <!-- b -->",
            "<script>",
            "<pre>",
            "<![CDATA[",
            "<?php",
            "<!X",
            "```\n<!-- x -->",
            "x\n-->")) {
      Approved approved = Approval.of(before + begun + after);
      assertThat(approved.faults()).as(begun).hasSize(1);
      assertThat(approved.faults().getFirst()).as(begun).contains("'First'").contains("line ");
      assertThat(approved.items()).as(begun).hasSize(2);
      assertThat(approved.items().getLast().markdown()).as(begun).contains("Two --> x.");
    }
    assertThat(Approval.of(before + "<!-- todo" + after).faults().getFirst())
        .contains("'<!-- todo'", "line 10");
  }

  @Test
  void code_that_is_not_closed_ends_with_its_item() {
    String item = "<!-- item:%s v=00000000 -->\n### [T%s](https://a.example/%s)\n\nText.\n\n%s\n\n";
    String text =
        item.formatted("a", "a", "a", "~~~~ x\ncode\n\n<!-- note: mine -->")
            + item.formatted("b", "b", "b", "```\n<!-- kept -->\n```")
            + item.formatted("c", "c", "c", "```a``` is no fence");

    Approved approved = Approval.of(text);

    assertThat(approved.faults()).isEmpty();
    assertThat(approved.items()).hasSize(3);
    assertThat(approved.markdown())
        .contains("~~~~ x\ncode\n~~~~\n\nmine\n", "```\n<!-- kept -->\n```");
  }

  @Test
  void a_block_that_stands_twice_is_named_by_both_its_places() {
    String first = "<!-- item:a v=00000000 -->\n### [First](https://a.example/1)\n\nOne.\n\n";
    assertThat(Approval.of(first + first).faults())
        .singleElement()
        .asString()
        .contains("'First' (line 2)", "'First' (line 7)", "the same anchor");
    String bare = "### [Other words](https://a.example/1?utm_source=x)\n\nOne.\n";
    assertThat(Approval.of(first + bare).faults())
        .singleElement()
        .asString()
        .contains("the same address");
    String own = "### [Ep %s](https://a.example/show)\n\nOne.\n\n";
    assertThat(Approval.of(own.formatted("one") + own.formatted("two")).faults()).isEmpty();
    assertThat(Approval.of(own.formatted("one") + own.formatted("one")).faults()).hasSize(1);
    String release = "<!-- item:b v=00000000 -->\n### [Second](https://a.example/1)\n\nTwo.\n";
    assertThat(Approval.of(first + release).faults()).isEmpty();
  }

  @Test
  void an_item_in_a_comment_and_a_front_matter_without_an_end_are_faults() {
    String item = "<!-- item:a v=00000000 -->\n%s### [First](https://a.example/1)\n\nOne.\n%s\n";
    assertThat(Approval.of(item.formatted("<!--\n", "-->")).faults()).hasSize(1);
    assertThat(Approval.of("<!--\n" + item.formatted("", "-->")).faults()).isNotEmpty();
    String front = "---\ntitle: T\n\n# T\n\nWords of the week\n\n" + item.formatted("", "---\n");
    assertThat(Approval.of(front).faults()).anyMatch(fault -> fault.contains("front matter"));
    assertThat(Approval.of(front).items()).hasSize(1);
  }

  @Test
  void a_heading_with_a_line_separator_in_it_is_a_heading() {
    String item = "<!-- item:a v=00000000 -->\n### [Fir\u2028st](https://a.example/1)\n\nOne.\n";
    assertThat(DigestFile.parse(item).items().getFirst().url()).isEqualTo("https://a.example/1");
  }

  @Test
  void the_first_subject_and_preheader_that_are_left_are_the_chosen_ones() {
    String front = "---\ntitle: T\nsubject: %s\nsubject-2: \"B\"\nsubject-3: \"C\"\n---\n\n# T\n";
    assertThat(strip(front.formatted("\"A\"")))
        .isEqualTo("---\ntitle: T\nsubject: \"A\"\n---\n\n# T\n");
    String second = "---\ntitle: T\nsubject: \"B\"\n---\n\n# T\n";
    assertThat(strip(front.formatted("\"\""))).isEqualTo(second);
    assertThat(strip(front.replace("subject: %s\n", ""))).isEqualTo(second);
    assertThat(strip(front.formatted("My own # 1").replace("\n", "\r\n")))
        .isEqualTo("---\r\ntitle: T\r\nsubject: My own\r\n---\r\n\r\n# T\r\n");
    assertThat(strip("# T\n\nsubject-2: text\n")).isEqualTo("# T\n\nsubject-2: text\n");
  }

  @Test
  void the_introductions_anchor_goes_and_its_text_stays() {
    assertThat(strip("# T\n\n<!-- intro v=0a0a0a0a -->\nHello.\n\nGaps.\n\n## A\n"))
        .isEqualTo("# T\n\nHello.\n\nGaps.\n\n## A\n");
    assertThat(strip("# T\n\n<!-- introduce me -->\nHello.\n")).isEqualTo("# T\n\nHello.\n");
  }

  private static String strip(String text) {
    return Approval.strip(text);
  }

  @Test
  void words_of_a_source_that_look_like_a_note_slot_are_left_alone() {
    String digest =
        "### [Foo \\<!-- note: bar](https://a.example/1)\n\nText \\<!-- note:--> more.\n\nEnd\n";

    assertThat(Approval.strip(digest)).isEqualTo(digest);
  }
}
