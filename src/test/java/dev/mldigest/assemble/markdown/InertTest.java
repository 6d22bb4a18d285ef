package dev.mldigest.assemble.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.testkit.Payloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InertTest {
  private static final List<Parser> DIALECTS =
      List.of(
          Parser.builder().build(),
          Parser.builder().extensions(List.of(AutolinkExtension.create())).build(),
          Parser.builder().extensions(List.of(TablesExtension.create())).build());

  private final DigestMarkdown markdown = new DigestMarkdown();
  private final HtmlMail mail = new HtmlMail(Locale.ENGLISH);
  private final String safe =
      markdown.render(
          Issues.of(Issues.item("id1", "Safe title", "Safe summary.")), Map.of("id1", "Safe."));
  private final List<String> safeElements = elements(mail.render(stripped(safe), "Safe"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A plain sentence, with commas (and brackets); a dash - and a well-known 'quote'.",
        "The model reads 4.5 % better: pass@1 rises from 0.31 to 0.42, recall@10 too.",
        "snake_case names and C# stay, so do a + b = c, x < 3, AT&T and 50% more!",
        "Is it worth $40? The Q&A says ~7B parameters.",
        "Grüße, 日本語のタイトル, Ελληνικά and 🙂 stay as they are",
        "GPT-5.2 vs. Llama 4: e.g. 3.1x faster"
      })
  void ordinary_prose_is_not_escaped(String prose) {
    assertThat(Inert.text(prose)).isEqualTo(prose);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      textBlock =
          """
          [Re] A study ¦ \\[Re\\] A study
          1. First, not a list ¦ 1\\. First, not a list
          # Not a heading ¦ \\# Not a heading
          - not a bullet ¦ \\- not a bullet
          Is $a$ less than $b$? ¦ Is \\$a\\$ less than \\$b\\$?
          Ask me at me@example.org ¦ Ask me at me@ example\\.org
          See https://example.org/x_y ¦ See https:/ /example\\.org/x_y
          Go to www.example.org ¦ Go to www. example\\.org
          @editor wrote it ¦ @ editor wrote it
          {{ unsubscribe_url }} ¦ \\{ \\{ unsubscribe_url }}
          &lt;b&gt; ¦ \\&lt;b\\&gt;
          <b>bold</b> ¦ \\<b>bold\\</b>
          one | two ¦ one \\| two
          a \\ b \\alpha \\[x\\] ¦ a \\ b \\alpha \\\\\\[x\\\\\\]
          """)
  void what_a_dialect_would_act_on_is_escaped(String hostile, String inert) {
    assertThat(Inert.text(hostile)).isEqualTo(inert);
  }

  @Test
  void control_format_and_bidirectional_characters_are_gone_and_space_is_folded() {
    assertThat(Inert.text("a\u0000b\u202Ec\u200Bd\uFEFF\r\n\t e\u2028f\u00ADg\uDB40\uDC41\u3164h"))
        .isEqualTo("abcd e fg h");
    assertThat(Inert.text("\u200B\u2060\u3164 \n")).isEmpty();
    assertThat(Inert.text("\uD800 lone")).isEqualTo("lone");
    assertThat(Inert.text("Z" + "\u0301".repeat(100))).hasSize(9);
  }

  @Test
  void a_text_without_end_is_cut_at_a_whole_character() {
    String cut = Inert.text("🙂".repeat(1_000_000), 11);
    assertThat(cut).isEqualTo("🙂🙂🙂🙂🙂…");
  }

  @Test
  void random_mixtures_of_active_characters_change_nothing_either() {
    long seed = 20260302;
    Random random = new Random(seed);
    List<String> atoms =
        List.of(
            "*",
            "_",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "](",
            "<",
            ">",
            "!",
            "![",
            "\\",
            "&",
            "&#",
            ";",
            "amp",
            "~",
            "|",
            "-",
            "#",
            "1.",
            "a",
            " ",
            "\n",
            "\n\n",
            "    ",
            "http://",
            "www.",
            "@",
            "x.com",
            "https://e.org",
            "<!--",
            "-->",
            "'",
            "\"",
            "\t",
            "{{",
            "$",
            "=",
            ":",
            "é",
            "。");
    for (int i = 0; i < 600; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(atoms.get(random.nextInt(atoms.size())));
      }
      provePayload(text.toString());
    }
  }

  @Test
  void text_is_shown_as_it_is_apart_from_the_breaks() {
    for (String hostile : Payloads.own()) {
      String clean = CleanText.of(hostile, Inert.MAX_LENGTH);
      assertThat(shown(Dialect.parse(Inert.text(hostile)))).isEqualTo(clean);
    }
  }

  private void provePayload(String hostile) {
    List<Issue> issues =
        List.of(
            Issues.of(Issues.item("id1", hostile, "Safe summary.")),
            Issues.of(Issues.item("id1", "Safe title", hostile)),
            Issues.of(Issues.item("id1", "Safe title", "Safe summary.")));
    for (int slot = 0; slot < 3; slot++) {
      String rendered = markdown.render(issues.get(slot), notes(slot == 2 ? hostile : "Safe."));
      for (Parser dialect : DIALECTS) {
        assertThat(outline(dialect, rendered))
            .as("slot %s: %s", slot, hostile)
            .isEqualTo(outline(dialect, safe));
      }
      String html = mail.render(stripped(rendered), "Safe");
      assertThat(elements(html)).as("slot %s: %s", slot, hostile).isEqualTo(safeElements);
    }
  }

  private static Map<String, String> notes(String note) {
    return Map.of("id1", CleanText.of(note, 10).isEmpty() ? "Safe." : note);
  }

  private static MarkdownOutline outline(Parser dialect, String rendered) {
    MarkdownOutline outline = MarkdownOutline.of(dialect.parse(Dialect.body(rendered)));
    List<String> comments =
        outline.html().stream().map(html -> html.replaceAll("v=[0-9a-f]{8}", "v=")).toList();
    return new MarkdownOutline(outline.headings(), outline.links(), outline.images(), comments);
  }

  /** Anchors are no part of what is published. */
  private static String stripped(String rendered) {
    return rendered.replaceAll("(?m)^<!-- .* -->\n", "");
  }

  /** Elements with their link and source attributes; paragraphs may be missing with their text. */
  private static List<String> elements(String html) {
    return Jsoup.parse(html).body().getAllElements().stream()
        .filter(e -> !e.normalName().equals("p"))
        .map(e -> e.normalName() + " " + e.attr("href") + e.attr("src"))
        .toList();
  }

  private static String shown(Node node) {
    List<String> literals = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      literals.add(child instanceof Text text ? text.getLiteral() : shown(child));
    }
    return String.join("", literals);
  }
}
