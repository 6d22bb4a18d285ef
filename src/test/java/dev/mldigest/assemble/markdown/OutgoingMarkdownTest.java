package dev.mldigest.assemble.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.HostileTexts;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service that renders raw HTML and follows every link makes of the Markdown. */
class OutgoingMarkdownTest {
  private static final int TEXTS = Integer.getInteger("hostile.texts", 3_000);

  private static final List<Parser> DIALECTS =
      List.of(
          Parser.builder().build(),
          Parser.builder()
              .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
              .build());

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ¦ ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a <b>bold</b> word ¦ a `<b>`bold`</b>` word",
        "<img src=x onerror=alert(1)> ¦ `<img src=x onerror=alert(1)>`",
        "`x` and <b> ¦ `x` and ``<b>``",
        "2 < 3, a<b, x -> y ¦ 2 < 3, a&lt;b, x -> y",
        "\\<script> ¦ &lt;script>",
        "`<b>` in code ¦ `<b>` in code",
        "see <https://e.org/> ¦ see <https://e.org/>",
        "[x](<https://e.org/a b>) ¦ [x](<https://e.org/a b>)",
        "a [click](javascript:alert(1)) b ¦ a click b",
        "a [**c**](JaVa&#115;cript:x 'y') b ¦ a **c** b",
        "<javascript:alert(1)> ¦ javascript:alert(1)",
        "![alt](data:image/png;base64,AA) ¦ alt",
        "[x](java script:alert(1)) ¦ [x](java script:alert(1))",
        "[x](javascript:a b) ¦ [x\\](javascript:a b)",
        "[a](/relative) [b](mailto:a@e.org) ¦ [a](/relative) [b](mailto:a@e.org)",
        "javascript://e.org/%0aalert(1) ¦ javascript:/ /e.org/%0aalert(1)",
        "Hello *|FNAME|*, *all* ¦ Hello \\*|FNAME|\\*, *all*",
        "[^1]: Data: OECD, 2025. ¦ [^1]: Data: OECD, 2025.",
        "[^1]: JavaScript: The Good Parts ¦ [^1]: JavaScript: The Good Parts",
        "So [it was] (data: OECD) ¦ So [it was] (data: OECD)",
        "[x](data:text/html,a b) ¦ [x\\](data:text/html,a b)",
        "a <sup>2</sup><sub>3</sub> ¦ a `<sup>`2`</sup><sub>`3`</sub>`",
        "[### T](foo:bar) ¦ \\### T",
        "[1. T](foo:bar) ¦ 1\\. T",
        "[a](https://u:p@e.org/x 'y@z') <http://u@e.org/> ¦ [a](https://e.org/x 'y@z')"
            + " <http://e.org/>",
        "[a](mailto:a@e.org?subject=x) [b](mailto:a@e.org?b%63c=c@e.org) ¦"
            + " [a](mailto:a@e.org?subject=x) b",
        "[a](https://e.org/@me?x=a@b) ¦ [a](https://e.org/@me?x=a@b)",
        "[nothing]() [x](//e.org/y) [z](https://) ![p](mailto:a@e.org) ¦ nothing x z p",
        "a <!-- b --> c ¦ a  c"
      })
  void html_stands_as_code_and_a_link_that_leads_to_no_page_as_its_words(
      String typed, String sent) {
    assertThat(OutgoingMarkdown.of(typed + "\n")).isEqualTo(sent + "\n");
  }

  @Test
  void a_block_of_html_is_a_paragraph_of_its_own_also_within_a_quotation_or_a_list() {
    assertThat(
            OutgoingMarkdown.of(
                """
                ---
                subject: "<b>"
                ---
                above
                <div align="center">
                  <script>

                # no heading
                </script>
                below

                > quoted
                > <div>
                > x

                - <p>
                  y

                [ok]: https://e.org/
                [no]: javascript:alert(1)
                [a][ok] [b][no]
                """))
        .isEqualTo(
            """
            ---
            subject: "<b>"
            ---
            above

            `<div align="center">`
            `<script>`

            # no heading

            `</script>`
            `below`

            > quoted
            >\s
            > `<div>`
            > `x`

            - `<p>`
              `y`

            [ok]: https://e.org/

            [a][ok] b
            """);
  }

  @Test
  void what_is_changed_is_told_also_where_it_is_one_bracket() {
    assertThat(OutgoingMarkdown.changed("a < b, *|X|*, [x](javascript:a b)\n")).hasSize(1);
    assertThat(OutgoingMarkdown.changed("a < b, *|X|*, So[^1]\n\n[^1]: Data: x\n")).isEmpty();
  }

  @Test
  void no_reader_finds_an_element_or_an_address_that_acts_whatever_was_pasted() {
    HostileTexts texts = new HostileTexts(7);
    for (int i = 0; i < TEXTS; i++) {
      String typed = texts.next() + "\n" + texts.next() + " <i " + texts.next() + ">";
      String sent = OutgoingMarkdown.of(typed);
      for (Parser dialect : DIALECTS) {
        String html = HtmlRenderer.builder().build().render(dialect.parse(sent));
        assertThat(acting(html)).as("%s%n--- became%n%s", typed, sent).isEmpty();
      }
    }
  }

  private static List<String> acting(String html) {
    Stream<String> elements =
        Jsoup.parseBodyFragment(html).body().select("*").stream()
            .filter(e ->
                e.is(
                    "script, b, i, [onerror], :not(body):not(p, h1, h2, h3, h4, h5, h6, ul, ol, li,"
                        + " blockquote, pre, code, em, strong, a, img, hr, br, table, thead, tbody,"
                        + " tr, th, td)"))
            .map(e -> e.outerHtml());
    Stream<String> addresses =
        Jsoup.parseBodyFragment(html).body().select("a, img").stream()
            .map(e -> e.attr("href") + e.attr("src"))
            .filter(a -> a.matches("(?is)\\s*(?:\\w*script|data)\\s*:.*"));
    return Stream.concat(elements, addresses).toList();
  }
}
