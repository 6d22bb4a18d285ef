package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.mldigest.assemble.AtomFeed.PublishedIssue;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.markdown.OutgoingMarkdown;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.domain.Week;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What the formats made from Markdown promise beyond their golden files. */
class FormatsTest {
  private static final Instant MARCH = Instant.parse("2026-03-02T07:00:00Z");
  private final DigestMarkdown markdown = new DigestMarkdown();

  @Test
  void a_mail_of_twelve_items_is_far_below_what_mail_programs_clip() {
    String words = "A sentence of the usual length that says what the work is and why. ".repeat(6);
    String html =
        new HtmlMail(Locale.ENGLISH).render(markdown.render(Issues.numbered(12, words)), "T");
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(80_000);
  }

  @Test
  void a_mail_asks_for_nothing_from_the_network() {
    String html = new HtmlMail(Locale.ENGLISH).render(markdown.render(Issues.example()), "T");
    assertThat(Jsoup.parse(html).select("script, link, img, iframe, [src], [background]"))
        .isEmpty();
    assertThat(html).doesNotContain("url(", "@import", "{{");
  }

  @Test
  void what_fills_the_mail_is_never_taken_for_its_template() {
    String html = new HtmlMail(Locale.ENGLISH).render("# T\n\n{{title}} $1 \\\\\n", "<{{body}}>");
    assertThat(html)
        .contains("<p style")
        .contains("{{title}} $1")
        .contains("<title>&lt;{{body}}&gt;</title>");
  }

  @Test
  void the_editors_markdown_reaches_every_format_and_html_in_it_is_only_shown() {
    String edited =
        """
        ---
        title: x
        ---

        # T

        See https://e.org/x and **me**.

        > quote

        1. one
        2. two

        | a | b |
        |---|---|
        | 1 | 2 |

        <b onclick=x>raw</b> [bad](javascript:x)

        <!-- a comment -->

            code
        """;
    String html = new HtmlMail(Locale.ENGLISH).render(edited, "T");
    assertThat(Jsoup.parse(html).select("a[href]").eachAttr("href"))
        .containsExactly("https://e.org/x");
    assertThat(html).contains("&lt;b onclick=x&gt;raw").doesNotContain("a comment", "title: x");
    assertThat(new PlainText().render(edited))
        .isEqualTo(
            """
            T
            =

            See https://e.org/x and me.

            > quote

            1. one
            2. two

            a  b
            1  2

            <b onclick=x>raw</b> bad

                code
            """);
  }

  @Test
  void a_link_leaves_without_a_users_name_and_writes_to_nobody_but_whom_it_names() {
    String edited =
        "# T\n\n[a](https://u:pw@e.org/x), [b](mailto:a@e.org?subject=s&bcc=c@e.org).\n";
    for (String form :
        List.of(
            new HtmlMail(Locale.ENGLISH).render(edited, "T"),
            new RichHtml().render(edited),
            new PlainText().render(edited),
            OutgoingMarkdown.of(edited))) {
      assertThat(form).contains("https://e.org/x").doesNotContain("pw@", "bcc");
    }
  }

  @Test
  void a_place_of_the_same_site_is_a_link_where_there_is_a_site_and_words_in_mail_and_text() {
    String edited =
        "# T\n\nSee [last week](2025-W50.html#x), ![a *plot*](/plot.png) [me](mailto:a@e.org)\n";
    String html = new HtmlMail(Locale.ENGLISH).render(edited, "T");
    assertThat(Jsoup.parse(html).select("a").eachAttr("href")).containsExactly("mailto:a@e.org");
    assertThat(html).contains("See last week, a plot <a");
    assertThat(new RichHtml().render(edited))
        .contains("<p>See last week, a plot <a href=\"mailto:");
    assertThat(new PlainText().render(edited)).contains("See last week, a plot me [1]");
    assertThat(OutgoingMarkdown.of(edited)).isEqualTo(edited);
    AtomFeed.PublishedIssue issue =
        new AtomFeed.PublishedIssue(Issues.of().week(), Instant.EPOCH, edited);
    assertThat(new AtomFeed().render("T", Instant.EPOCH, List.of(issue)))
        .contains("href=\"2025-W50.html#x\"", "src=\"/plot.png\"");
  }

  @Test
  void plain_text_is_wrapped_but_addresses_are_whole() {
    String url = "https://e.org/" + "x".repeat(120);
    String text =
        new PlainText()
            .render(
                "word ".repeat(60) + "[a title](" + url + ") and so on\n\n### [T](" + url + ")\n");
    assertThat(text.lines().filter(line -> !line.contains(url))).allMatch(l -> l.length() <= 76);
    assertThat(text).contains("a\ntitle [1] and so on\n\n[1] " + url).contains("T [1]");
  }

  @Test
  void nesting_without_end_is_bounded() {
    String deep = "> ".repeat(20_000) + "text\n\n" + "- ".repeat(20_000) + "text\n";
    assertThat(new PlainText().render(deep)).contains("text");
    assertThat(new HtmlMail(Locale.ENGLISH).render(deep, "T")).contains("text");
  }

  @Test
  void the_feed_is_read_by_a_feed_reader_newest_issue_first() throws Exception {
    String feed =
        new AtomFeed()
            .render(
                "The <Post> & co",
                Instant.EPOCH,
                List.of(
                    new PublishedIssue(new Week(2026, 9), MARCH.minusSeconds(604_800), "Nine\n"),
                    new PublishedIssue(new Week(2026, 10), MARCH, "# Ten ]]> \u000B & <x>\n")));
    SyndFeed read = new SyndFeedInput().build(new StringReader(feed));
    assertThat(read.getFeedType()).isEqualTo("atom_1.0");
    assertThat(read.getTitle()).isEqualTo("The <Post> & co");
    assertThat(read.getPublishedDate()).isEqualTo(MARCH);
    assertThat(read.getEntries())
        .extracting(entry -> entry.getTitle())
        .as("what it is headed by, else its week")
        .containsExactly("Ten ]]>  & <x>", "The <Post> & co – 2026-W09");
    assertThat(read.getEntries().getFirst().getContents().getFirst().getValue())
        .isEqualTo("<h1>Ten ]]&gt;  &amp; &lt;x&gt;</h1>\n");
  }

  @Test
  void ids_of_feed_and_issues_never_change() {
    String one = new AtomFeed().render("T", MARCH, List.of());
    assertThat(one).isEqualTo(new AtomFeed().render("T", MARCH, List.of()));
    assertThat(one).contains("<updated>2026-03-02T07:00:00Z</updated>");
  }
}
