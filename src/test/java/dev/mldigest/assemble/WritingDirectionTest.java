package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.archive.ArchiveSite;
import dev.mldigest.assemble.archive.ArchivedIssue;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.domain.issue.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Each block runs the way its own words do, whatever the issue's language. */
class WritingDirectionTest {
  private static final String MIXED =
      """
      # גיליון שבועי

      שלום לכולם.

      ### [A title in Latin letters](https://e.org/a)

      *\u2068בלוג\u2069 · \u20685 March\u2069*

      The model learns. 42!

      - ראשון
      - second

      > ציטוט

      | שם | value |
      |---|---|
      | א | b |

          code()
      """;

  private static Document mail(String language) {
    return Jsoup.parse(new HtmlMail(Locale.forLanguageTag(language)).render(MIXED, "T"));
  }

  @Test
  void in_a_mail_that_runs_from_the_right_latin_paragraphs_run_from_the_left() {
    Document mail = mail("he");
    assertThat(way(mail, "h3")).isEqualTo("ltr");
    assertThat(way(mail, "p:contains(model)")).isEqualTo("ltr");
    assertThat(way(mail, "p:contains(שלום)")).isEqualTo("rtl");
    assertThat(way(mail, "p:contains(March)")).as("isolates tell nothing").isEqualTo("rtl");
    assertThat(way(mail, "li:contains(second)")).isEqualTo("ltr");
    assertThat(way(mail, "pre")).isEqualTo("ltr");
    assertThat(mail.select("p:contains(model)").attr("style")).endsWith("text-align:left;");
    assertThat(mail.select("ul").attr("style")).contains("padding-right:");
  }

  @Test
  void in_one_that_runs_from_the_left_hebrew_paragraphs_run_from_the_right() {
    Document mail = mail("en");
    assertThat(way(mail, "h1")).isEqualTo("rtl");
    assertThat(way(mail, "h3")).isEqualTo("ltr");
    assertThat(mail.select("h3").hasAttr("dir")).isFalse();
    assertThat(way(mail, "li:contains(second)")).isEqualTo("ltr");
    assertThat(mail.select("ul").attr("style")).contains("padding-right:");
    assertThat(mail.select("blockquote").attr("style")).contains("border-right:");
    assertThat(mail.select("[dir=auto]")).isEmpty();
  }

  @Test
  void what_is_copied_and_what_is_subscribed_to_states_both_where_both_stand_in_it() {
    String feed =
        new AtomFeed()
            .render(
                "T",
                Instant.EPOCH,
                List.of(new AtomFeed.PublishedIssue(Issues.of().week(), Instant.EPOCH, MIXED)));
    String content =
        Jsoup.parse(feed, org.jsoup.parser.Parser.xmlParser()).select("content").text();
    for (String html : List.of(new RichHtml().render(MIXED), content)) {
      Document page = Jsoup.parse(html);
      assertThat(way(page, "h1")).isEqualTo("rtl");
      assertThat(way(page, "h3")).isEqualTo("ltr");
      assertThat(way(page, "p:contains(model)")).isEqualTo("ltr");
    }
    assertThat(new RichHtml().render("# Plain\n\nWords.\n")).doesNotContain("dir=");
  }

  @Test
  void a_page_of_the_archive_goes_by_its_language() {
    Document page = Jsoup.parse(archive("he"));
    assertThat(way(page, "article h3")).isEqualTo("ltr");
    assertThat(way(page, "article p:contains(model)")).isEqualTo("ltr");
    assertThat(way(page, ".intro p")).isEqualTo("rtl");
    assertThat(way(Jsoup.parse(archive("en")), ".intro p")).isEqualTo("rtl");
    assertThat(page.select("style").html())
        .as("what stands far to the left of a page that runs from the right widens it")
        .doesNotContainPattern("left: *-");
  }

  private static String archive(String language) {
    ArchivedIssue issue =
        new ArchivedIssue(
            Issues.of().week(),
            "T",
            Instant.EPOCH,
            MIXED,
            List.of(),
            new Labels(language, false, Map.of()),
            null);
    return new ArchiveSite(List.of(issue), null).page(issue.week());
  }

  /** What a browser goes by: the nearest element that says it. */
  private static String way(Document page, String selector) {
    Element element = page.select(selector).first();
    while (element != null && element.attr("dir").isEmpty()) {
      element = element.parent();
    }
    return element == null ? "" : element.attr("dir");
  }
}
