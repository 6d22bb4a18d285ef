package dev.mldigest.pipeline.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Renderings.Format;
import dev.mldigest.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves holds every item of the file and nothing that the editor kept for himself. */
class RenderingsTest {
  private static final Issue ISSUE = dev.mldigest.assemble.Issues.example();
  private static final Week WEEK = ISSUE.week();
  private static final String GENERATED = new DigestMarkdown().render(ISSUE);
  private static final int SEEDS = 400;

  /** Edits after which everything can leave: SECRET is hidden, VISIBLE is shown. */
  private static final List<String> SOUND =
      List.of(
          "<!-- SECRET -->",
          "<!-- SECRET\n\nSECRET\n-->",
          "VISIBLE <!-- SECRET --> VISIBLE",
          "VISIBLE <!-- SECRET\n\n    SECRET `x\n-->",
          "<!-- SECRET --> VISIBLE",
          "<!-- SECRET <!-- SECRET --> SECRET -->",
          "<!--> VISIBLE",
          "<!-- SECRET --!>",
          "> VISIBLE\n>\n> <!-- SECRET -->",
          "- VISIBLE\n\n  <!-- SECRET -->\n\n- VISIBLE",
          "- VISIBLE\n  ```\n  x",
          "> ```\n> VISIBLE",
          "[//]: # (SECRET)",
          "VISIBLE [a link][%1$s]\n\n[%1$s]: https://own.example/%1$s",
          "`<!-- VISIBLE -->` and \\<!-- VISIBLE",
          "```\n<!-- VISIBLE -->\n### [No item](https://no.example/)\n```",
          "```VISIBLE``` is no fence",
          "A --> B, x < y && y > z, List<String>, VISIBLE",
          "VISIBLE\n===\n\nx",
          "| a | b |\n|---|---|\n| VISIBLE | `|` |",
          "<details><summary>VISIBLE</summary>x</details>",
          "<br> VISIBLE",
          "VISIBLE\u2028\u0085VISIBLE");

  /** What others of these in the same item would change. */
  private static final List<String> ALONE =
      List.of(
          "```\nVISIBLE",
          "~~~~ python\n# VISIBLE\n\nVISIBLE",
          "    VISIBLE <!-- VISIBLE -->",
          "```\n## VISIBLE\n\n### VISIBLE");

  /** Edits of which nobody can say what they should show. */
  private static final List<String> UNSOUND =
      List.of(
          "<!-- SECRET",
          "SECRET <!-- SECRET\n\nmore",
          "<!-- note: SECRET",
          "<!-- SECRET <!-- SECRET -->",
          "~~~\n<!-- SECRET -->\nx",
          "<div>",
          "<details>",
          "<script>",
          "<pre>",
          "<textarea>",
          "<select>",
          "<template>",
          "<b>bold",
          "<![CDATA[ x",
          "<?php x",
          "<!- SECRET ->",
          "<!– SECRET –>",
          "-->");

  @TempDir Path folder;
  private Store store;
  private IssueFiles files;

  @BeforeEach
  void file() throws Exception {
    store = Store.open(folder.resolve("state"));
    files = new IssueFiles(folder);
    String json = new IssueJson().write(ISSUE);
    store.issues().open(WEEK, ISSUE.window());
    store
        .issues()
        .finish(
            WEEK,
            new dev.mldigest.store.Issues.Filed(
                json, GENERATED, GENERATED, "", null, null, Map.of(), null, List.of()),
            ISSUE.window().to());
    Files.createDirectories(files.digest(WEEK).getParent());
    Files.writeString(files.digest(WEEK), GENERATED);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_untouched_digest_leaves_whole_in_every_form() {
    for (Format format : Format.values()) {
      Rendering rendering = render(format);
      assertThat(rendering).as(format + "").isInstanceOf(Rendering.Rendered.class);
      assertThat(items(format, text(rendering))).as(format + "").isEqualTo(4);
    }
  }

  @Test
  void whatever_sound_edits_are_made_every_item_leaves_in_every_form_and_no_secret()
      throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      Edited edited = new Edited(new Random(seed), SOUND);
      Files.writeString(files.digest(WEEK), edited.text());
      for (Format format : Format.values()) {
        String what = "seed " + seed + ", " + format + ": " + edited.text();
        Rendering rendering = render(format);
        assertThat(rendering).as(what).isInstanceOf(Rendering.Rendered.class);
        assertThat(items(format, text(rendering)))
            .as(what + text(rendering))
            .isEqualTo(edited.count());
        assertThat(text(rendering)).as(what).doesNotContain("SECRET");
        if (format != Format.json) { // which has the prose alone
          assertThat(count(text(rendering), "VISIBLE")).as(what).isEqualTo(edited.visible());
        }
      }
    }
  }

  @Test
  void what_was_pasted_from_a_hostile_page_acts_in_no_form() throws Exception {
    String pasted =
        """
        PASTED <img src=x onerror=alert(1)> <a href="javascript:alert(2)">here</a>
        [there](javascript:alert(3)) and \\<i onclick=alert(4)>

        <details open ontoggle=alert(5)><summary>more</summary>
        <svg onload=alert(6)></svg></details>
        """;
    Files.writeString(
        files.digest(WEEK),
        GENERATED.replaceFirst(
            "<!-- note: -->", java.util.regex.Matcher.quoteReplacement(pasted.strip())));
    for (Format format : Format.values()) {
      String text = text(render(format));
      assertThat(text).as(format + "").contains("PASTED").doesNotContain("alert(3)");
      assertThat(acting(format, text)).as(format + "").isEmpty();
    }
  }

  /** Elements and addresses that a reader's program would act on, raw HTML in Markdown included. */
  private static List<String> acting(Format format, String text) {
    String html =
        switch (format) {
          case md ->
              org.commonmark.renderer.html.HtmlRenderer.builder()
                  .build()
                  .render(
                      org.commonmark.parser.Parser.builder()
                          .build()
                          .parse(DigestMarkdown.body(text)));
          case html, archive, rich, telegram -> text;
          case atom -> Jsoup.parse(text, org.jsoup.parser.Parser.xmlParser()).text();
          default -> "";
        };
    return Jsoup.parse(html)
        .select("[onerror], [onclick], [ontoggle], [onload], [href^=javascript], details, svg")
        .stream()
        .map(element -> element.outerHtml())
        .toList();
  }

  @Test
  void signs_that_nobody_sees_leave_in_no_form_and_joiners_of_a_script_do() throws Exception {
    String hidden = "\u202E\u202D\u2067\u200B\u200D\u2060\uFEFF\u00AD\uDB40\uDC41";
    String pasted = "SEEN" + hidden + "WORD می\u200Cخواهم 👩\u200D💻";
    Files.writeString(
        files.digest(WEEK),
        GENERATED
            .replaceFirst("<!-- note: -->", pasted)
            .replaceFirst("(?m)^subject: \"", "subject: \"" + pasted));
    for (Format format : Format.values()) {
      String text = text(render(format)).replaceAll("\\\\u200([cd])", "{$1}");
      assertThat(text).as(format + "").contains("SEENWORD");
      assertThat(text.replace("{c}", "\u200C").replace("{d}", "\u200D"))
          .as(format + "")
          .contains("می\u200Cخواهم 👩\u200D💻");
    }
  }

  @Test
  void code_that_is_not_closed_hides_nothing_and_is_code_to_the_end_of_its_item() throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      Edited edited = new Edited(new Random(seed), List.of());
      edited.insert(ALONE.get(seed % ALONE.size()));
      Files.writeString(files.digest(WEEK), edited.text());
      for (Format format : Format.values()) {
        String what = "seed " + seed + ", " + format + ": " + edited.text();
        String text = text(render(format));
        assertThat(items(format, text)).as(what).isEqualTo(edited.count());
        if (format != Format.json) {
          assertThat(count(text, "VISIBLE")).as(what).isEqualTo(edited.visible());
        }
      }
    }
  }

  @Test
  void after_an_unsound_edit_nothing_leaves_in_any_form_and_the_sentence_names_the_place()
      throws Exception {
    for (int seed = 0; seed < SEEDS / 2; seed++) {
      Random random = new Random(seed);
      Edited edited = new Edited(random, SOUND);
      edited.insert(UNSOUND.get(seed % UNSOUND.size()));
      Files.writeString(files.digest(WEEK), edited.text());
      for (Format format : Format.values()) {
        String what = "seed " + seed + ", " + format + ": " + edited.text();
        assertThat(render(format))
            .as(what)
            .isInstanceOfSatisfying(
                Rendering.Refused.class,
                refused ->
                    assertThat(refused.faults())
                        .as(what)
                        .anyMatch(fault -> fault.contains("the item '")));
      }
    }
  }

  @Test
  void a_comment_in_the_header_in_a_section_or_in_the_list_stays_at_home() throws Exception {
    String text =
        GENERATED
            .replaceFirst("\n# ", "\n<!-- SECRET -->\n# ")
            .replace("## Papers\n", "## Papers\n\n<!-- SECRET\n\n### SECRET -->\n")
            .replaceFirst("## Also seen\n\n", "## Also seen\n\n- a <!-- SECRET --> b\n")
            .replaceFirst("title: ", "# SECRET\n<!-- SECRET -->\ntitle: ");
    Files.writeString(files.digest(WEEK), text);
    for (Format format : Format.values()) {
      assertThat(text(render(format))).as(format + "").doesNotContain("SECRET");
      assertThat(items(format, text(render(format)))).isEqualTo(4);
    }
  }

  @Test
  void a_comment_in_a_heading_stays_at_home_too() throws Exception {
    String long90 = "nine times ten letters ".repeat(5) + "end";
    Edited edited = new Edited(new Random(0), List.of());
    edited.blocks.replaceAll(block ->
        block
            .replace(
                "### [How we", "### <!-- [x](https://SECRET.example/) --> [How <!-- SECRET --> we")
            .replaceFirst("(### .*pod.*)", "$1 <!-- SECRET -->")
            .replace("## To listen to", "## To listen <!-- SECRET --> to")
            .replace("Post-mortem: a silent", "Post-mortem: " + long90 + " a silent"));
    Files.writeString(files.digest(WEEK), edited.text());
    for (Format format : Format.values()) {
      String text = text(render(format));
      assertThat(text).as(format + "").doesNotContain("SECRET");
      assertThat(items(format, text)).as(format + "").isEqualTo(4);
    }
    assertThat(text(render(Format.json)))
        .contains("https://blog.example/feature-store?utm=1&page=2", long90 + " a silent");
  }

  @Test
  void an_item_leaves_in_every_form_whatever_its_first_words_are() throws Exception {
    for (String begin :
        List.of(
            "**[My title](https://own.example/t)** and more",
            "[My title](https://own.example/t): and more",
            "https://own.example/t and more",
            "### My ![a picture](https://own.example/p.png) title",
            "### [![a picture](https://own.example/p.png) My title](https://own.example/t)",
            "![a picture](https://own.example/p.png) and more",
            "1. [My title](https://own.example/t)\n2. and more",
            "> [My title](https://own.example/t)\n>\n> - and more",
            "| [My title](https://own.example/t) | b |\n|---|---|\n| and | more |",
            "* * *\n\n[My title](https://own.example/t) and more")) {
      Edited edited = new Edited(new Random(0), List.of());
      edited.blocks.set(1, edited.blocks.get(1).replaceFirst("### .*", "\2").replace("\2", begin));
      Files.writeString(files.digest(WEEK), edited.text());
      for (Format format : Format.values()) {
        assertThat(render(format)).as(format + begin).isInstanceOf(Rendering.Rendered.class);
      }
    }
  }

  @Test
  void a_save_while_it_is_published_changes_nothing_of_what_leaves_is_judged_and_is_noted()
      throws Exception {
    String edited = GENERATED.replaceFirst("\n# ", "\n# Our ");
    for (Format format : Format.values()) {
      Files.writeString(files.digest(WEEK), edited);
      Rendering.Rendered rendered = (Rendering.Rendered) render(format);
      Files.writeString(files.digest(WEEK), "# {{title}}\n");
      assertThat(rendered.digest()).as(format + "").isEqualTo(edited);
      assertThat(DigestFaults.lint(rendered.digest())).as(format + "").isEmpty();
    }
    assertThat(new Renderings(store, files).lint(WEEK)).isNotEmpty();
  }

  @Test
  void json_shows_what_the_editor_left_and_wrote() throws Exception {
    Edited edited = new Edited(new Random(0), List.of());
    edited.blocks.remove(1);
    edited.blocks.set(1, edited.blocks.get(1).replaceFirst("A change in", "One change in"));
    edited.blocks.add("### [My own](https://own.example/x)\n\nWords of mine.\n\n");
    Files.writeString(files.digest(WEEK), edited.text());

    Issue read = new IssueJson().read(text(render(Format.json)));

    List<Issue.Item> items = read.sections().stream().flatMap(s -> s.items().stream()).toList();
    assertThat(items).hasSize(4);
    assertThat(items.getFirst()).isEqualTo(ISSUE.sections().getFirst().items().getFirst());
    assertThat(items.get(1).summary().by()).isEqualTo("editor");
    assertThat(items.get(1).summary().sentences().getFirst().text()).startsWith("One change in");
    assertThat(items.getLast().title()).isEqualTo("My own");
    assertThat(items.getLast().summary().sentences().getFirst().text()).isEqualTo("Words of mine.");
  }

  @Test
  void json_begins_and_ends_as_the_editor_left_the_digest() throws Exception {
    Edited edited = new Edited(new Random(0), List.of());
    edited.blocks.remove(1);
    String text =
        (edited.head + String.join("", edited.blocks))
            .replaceFirst("subject: .*\n", "")
            .replaceFirst("preheader(-\\d)?: .*\n", "")
            .replaceFirst("(?m)^preheader-2: .*", "preheader: \"Beside it\"")
            .replaceFirst("(?m)^(<!-- intro .*)\n.*", "$1\nMy own first words.")
            .replaceFirst("(?m)^- \\[Quantised.*\n", "")
            .replaceFirst("(?m)^(- \\[A field.*)", "$1\n- [My find](https://own.example/f)");
    Files.writeString(files.digest(WEEK), text);

    Issue read = new IssueJson().read(text(render(Format.json)));

    assertThat(read.opening())
        .isEqualTo(
            new Opening(
                List.of(ISSUE.opening().subjects().get(1)),
                List.of("Beside it"),
                List.of(new Opening.Sentence("My own first words.", List.of())),
                "editor"));
    assertThat(read.alsoSeen())
        .extracting(Issue.Link::url)
        .containsExactly("https://law.example/licences", "https://own.example/f");
    assertThat(read.funnel().picked()).isEqualTo(3);
    assertThat(read.funnel().reasons().stream().mapToInt(Funnel.Count::entries).sum())
        .isEqualTo(ISSUE.funnel().reasons().stream().mapToInt(Funnel.Count::entries).sum());
    Files.writeString(files.digest(WEEK), GENERATED.replaceFirst("(?s)<!-- intro.*?\n\n", ""));
    Opening cut = new IssueJson().read(text(render(Format.json))).opening();
    assertThat(cut.intro()).isEmpty();
    assertThat(cut.subjects()).isEqualTo(ISSUE.opening().subjects());
  }

  @Test
  void json_has_all_that_the_editor_wrote_into_an_item() throws Exception {
    String block = "- one\n- two\n\n> said\n\n#### Why\n\n*All of it.*\n\n| a | b |\n|---|---|\n";
    Files.writeString(
        files.digest(WEEK), GENERATED.replaceFirst("<!-- note: -->", block + "\n```\ncode\n```"));

    Issue.Item item = new IssueJson().read(text(render(Format.json))).items().getFirst();

    assertThat(item.summary().sentences().toString())
        .contains("one", "two", "said", "Why", "All of it.", "a  b", "code");
    assertThat(item.summary().highlight())
        .isEqualTo(ISSUE.items().getFirst().summary().highlight());
  }

  @Test
  void a_heading_with_html_before_its_link_leaves_in_every_form() throws Exception {
    String own = "### [Cut <svg> x](javascript:y) [Z](https://e.org/z)\n\nWords.\n\n";
    Files.writeString(files.digest(WEEK), GENERATED.replaceFirst("(?m)^## ", own + "## "));
    for (Format format : Format.values()) {
      assertThat(text(render(format))).as(format + "").contains("Words.");
    }
  }

  @Test
  void json_has_no_address_that_leads_nowhere() throws Exception {
    String own = "### [Own](javascript:alert)\n\n| [a](data:x) |\n|---|\n| [b](tel:1) |\n\n";
    Files.writeString(files.digest(WEEK), GENERATED.replaceFirst("(?m)^## ", own + "## "));

    String json = text(render(Format.json));

    assertThat(json).doesNotContain("javascript:", "data:x", "tel:1");
    assertThat(new IssueJson().read(json).items())
        .anySatisfy(item -> assertThat(item.title()).isEqualTo("Own"));
  }

  private Rendering render(Format format) {
    return new Renderings(store, files).render(WEEK, format).orElseThrow();
  }

  private static String text(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Rendered rendered -> rendered.text();
      case Rendering.Refused(List<String> faults) -> throw new AssertionError(faults.toString());
    };
  }

  /** Counted as a reader's program does. */
  private static int items(Format format, String text) throws AssertionError {
    return switch (format) {
      case md -> (int) text.lines().filter(line -> line.matches("### \\[(?!No item).*")).count();
      case html, archive, rich -> Jsoup.parse(text).select("h3").size();
      case txt -> count(text, "(?m)^(?!- |VISIBLE).*\\[\\d+]\n\n");
      case atom -> count(text, "&lt;h3&gt;");
      case json -> count(text, "\"reportedBy\"");
      case slack -> count(text, "(?m)^\\*<https?://");
      case discord -> count(text, "(?m)^\\*\\*\\[");
      case telegram -> count(text, "(?m)^<b><a href=");
      case mastodon, bluesky -> count(text, "(?m)^https?://\\S+$");
    };
  }

  private static int count(String text, String pattern) {
    return (int) java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
  }

  /** A digest as some editor may leave it. */
  private static final class Edited {
    private final Random random;
    private final String head;
    private final List<String> blocks = new ArrayList<>();
    private final boolean windows;
    private int snippets;

    Edited(Random random, List<String> snippets) {
      this.random = random;
      this.windows = random.nextBoolean();
      String[] parts = GENERATED.split("(?m)(?=^<!-- item:)");
      head = parts[0];
      blocks.addAll(Arrays.asList(parts).subList(1, parts.length));
      int edits = snippets.isEmpty() ? 0 : 1 + random.nextInt(6);
      IntStream.range(0, edits).forEach(i -> edit(snippets));
    }

    private void edit(List<String> snippets) {
      switch (random.nextInt(8)) {
        case 0 -> {
          if (blocks.size() > 2) { // the last one holds the footer
            blocks.remove(random.nextInt(blocks.size() - 1));
          }
        }
        case 1 -> blocks.add(0, blocks.remove(random.nextInt(blocks.size() - 1)));
        case 2 -> {
          String own = "own" + this.snippets++;
          blocks.add(
              random.nextInt(blocks.size()),
              "### [" + own + "](https://own.example/" + own + ")\n\nMy words.\n\n");
        }
        default -> insert(snippets.get(random.nextInt(snippets.size())));
      }
    }

    void insert(String snippet) {
      int at = random.nextInt(blocks.size());
      String block = blocks.get(at);
      // In one piece: nothing else is put into it.
      String text = snippet.formatted("l" + snippets++).replace("\n\n", "\1");
      String[] paragraphs = block.split("\n\n", -1);
      // Behind the byline, so that the item keeps its heading, and before any other heading.
      int most = 2;
      while (most < paragraphs.length - 1 && !paragraphs[most].startsWith("#")) {
        most++;
      }
      int after = 1 + random.nextInt(Math.max(1, most - 1));
      List<String> all = new ArrayList<>(List.of(paragraphs));
      all.add(Math.min(after + 1, most), text);
      blocks.set(at, String.join("\n\n", all));
    }

    String text() {
      String text = (head + String.join("", blocks)).replace("\1", "\n\n");
      return !windows ? text : text.replace("\n", "\r\n");
    }

    int count() {
      return blocks.size();
    }

    int visible() {
      return RenderingsTest.count(String.join("", blocks), "VISIBLE");
    }
  }
}
