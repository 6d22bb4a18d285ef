package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private final String digest = new DigestMarkdown().render(Issues.example());

  @Test
  void anchors_and_empty_note_slots_are_gone_and_nothing_else() {
    String stripped = Approval.strip(digest);
    assertThat(stripped).doesNotContain("<!--");
    assertThat(stripped.lines().filter(line -> !line.isBlank()))
        .containsExactlyElementsOf(
            digest
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                .filter(line -> !line.matches("(subject|preheader)-\\d: .*"))
                .toList());
    assertThat(stripped).doesNotContain("\n\n\n");
    assertThat(Approval.strip(stripped)).isEqualTo(stripped);
  }

  @Test
  void what_the_editor_wrote_in_a_note_slot_after_it_or_instead_of_it_is_kept() {
    assertThat(strip("a\n\n<!-- note: Read *this*. -->\n\nb\n"))
        .isEqualTo("a\n\nRead *this*.\n\nb\n");
    assertThat(strip("a\n\n<!-- note: -->\nMy note.\n")).isEqualTo("a\n\nMy note.\n");
    assertThat(strip("a\n\n<!-- note: --> My note.\n")).isEqualTo("a\n\n My note.\n");
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
  void the_editors_own_comments_and_code_stay() {
    String text = "## A\n\n<!-- ask Ann -->\n\ntext\n\n```\n<!-- item:x v=00000000 -->\n```\n";
    assertThat(strip(text)).isEqualTo(text);
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
        .isEqualTo("---\r\ntitle: T\r\nsubject: My own # 1\r\n---\r\n\r\n# T\r\n");
    assertThat(strip("# T\n\nsubject-2: text\n")).isEqualTo("# T\n\nsubject-2: text\n");
  }

  @Test
  void the_introductions_anchor_goes_and_its_text_stays() {
    assertThat(strip("# T\n\n<!-- intro v=0a0a0a0a -->\nHello.\n\nGaps.\n\n## A\n"))
        .isEqualTo("# T\n\nHello.\n\nGaps.\n\n## A\n");
    assertThat(strip("# T\n\n<!-- introduce me -->\nHello.\n"))
        .isEqualTo("# T\n\n<!-- introduce me -->\nHello.\n");
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
