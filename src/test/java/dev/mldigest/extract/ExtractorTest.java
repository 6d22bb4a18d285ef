package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {
  /** The real paragraphs of a page, as the page's own markup names them. */
  private static List<String> paragraphs(String page, String selector) {
    return Jsoup.parse(new String(Pages.bytes(page), StandardCharsets.UTF_8))
        .select(selector)
        .eachText();
  }

  @Test
  void a_news_page_yields_every_paragraph_and_nothing_else() {
    Article article = Pages.read("news.html").article();

    List<String> real =
        paragraphs("news.html", "article > p:not([class]):not([style]), article > ul > li");
    assertThat(real).hasSize(11);
    assertThat(article.text().lines().toList()).containsExactlyElementsOf(real);
    assertThat(article.kind()).isEqualTo(PageKind.NEWS);
  }

  @Test
  void a_news_page_tells_its_metadata() {
    Article article = Pages.read("news.html").article();

    assertThat(article.title()).isEqualTo("Model reads tables");
    assertThat(article.about().byline()).isEqualTo("Ada Example");
    assertThat(article.about().published()).isEqualTo(Instant.parse("2026-02-25T07:30:00Z"));
    assertThat(article.about().language()).isEqualTo("en");
    assertThat(article.about().siteName()).isEqualTo("The Daily Example");
    assertThat(article.about().canonical()).isEqualTo("https://news.example.org/news/tables");
    assertThat(article.words()).isEqualTo(article.text().split("\\s+").length);
  }

  @Test
  void a_body_split_over_siblings_is_joined_without_what_stands_between() {
    assertThat(Pages.read("split.html").article().text().lines().toList())
        .containsExactlyElementsOf(paragraphs("split.html", ".part p"));
  }

  @Test
  void readers_who_write_more_than_the_author_are_still_left_out() {
    assertThat(Pages.read("comments.html").article().text().lines().toList())
        .containsExactlyElementsOf(paragraphs("comments.html", ".text p"));
  }

  @Test
  void text_that_the_reader_cannot_see_is_dropped() {
    Reading reading = Pages.read("hidden.html");

    assertThat(reading.article().text()).doesNotContain("Planted").doesNotContain("obey");
    assertThat(reading.article().markdown()).doesNotContain("Planted").doesNotContain("obey");
    assertThat(reading.article().text())
        .contains("no personal data can be read in them.")
        .endsWith("Tag characters are dropped.");
  }

  @Test
  void a_page_that_is_hidden_whole_until_a_script_runs_is_read() {
    String page =
        "<body style='opacity:0'><main><p>Prose of the page, long enough.</p></main></body>";
    assertThat(Pages.readHtml(page).article().text()).isEqualTo("Prose of the page, long enough.");
  }

  @Test
  void a_body_that_only_json_ld_carries_is_read_from_there() {
    assertThat(Pages.read("json-ld.html").article().text().lines()).hasSize(8);
  }

  @Test
  void windows_1252_is_understood_by_its_wrong_name() {
    Article article = Pages.read("windows-1252.html").article();

    assertThat(article.title()).isEqualTo("Prüfung");
    assertThat(article.text()).contains("„liest“ Tabellen für 3 €").contains("Stiftung – so");
  }

  @Test
  void the_selector_of_the_editor_is_the_body() {
    assertThat(Pages.read("news.html", "article > ul").article().text().lines()).hasSize(3);
  }

  @Test
  void a_selector_that_is_wrong_or_selects_nothing_is_passed_over() {
    String expected = Pages.read("news.html").article().text();

    assertThat(Pages.read("news.html", "p[[").article().text()).isEqualTo(expected);
    assertThat(Pages.read("news.html", ".absent").article().text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "paywall.html, PAYWALL",
    "cookie-wall.html, COOKIE_WALL",
    "bot-check.html, BOT_CHECK",
    "login.html, LOGIN",
    "listing.html, LISTING"
  })
  void a_page_without_an_article_is_named_and_not_extracted(String page, PageKind kind) {
    ExtractOutcome outcome = new Extractor().extract(Pages.bytes(page), null, Pages.URL, null);

    assertThat(outcome).isInstanceOf(ExtractOutcome.Unreadable.class);
    ExtractOutcome.Unreadable unreadable = (ExtractOutcome.Unreadable) outcome;
    assertThat(unreadable.kind()).isEqualTo(kind);
    assertThat(unreadable.reason()).matches("[A-Z][^.;]*(; [^.]*)?\\.");
  }

  @Test
  void a_short_article_beside_a_cookie_notice_and_a_subscribers_login_is_readable() {
    String page =
        "<header>Already a subscriber? Sign in</header><div id=cookies>We use cookies. Accept all"
            + " cookies</div><article><h1>Brief</h1>"
            + "<p>The committee met on Monday and adjourned again without a result.</p>"
            + "<p>It will meet once more in the first week of April to vote on the proposal.</p>"
            + "<p>Until then the old rules for reviewers remain in force, it said.</p></article>";
    assertThat(new Extractor().extract(page.getBytes(StandardCharsets.UTF_8), null, "", null))
        .isInstanceOf(ExtractOutcome.Extracted.class);
  }

  @Test
  void an_empty_body_is_named_so() {
    assertThat(new Extractor().extract(new byte[0], null, "", null))
        .isInstanceOfSatisfying(
            ExtractOutcome.Unreadable.class, u -> assertThat(u.kind()).isEqualTo(PageKind.EMPTY));
  }

  @Test
  void the_teaser_before_a_paywall_can_still_be_seen() {
    assertThat(Pages.read("paywall.html").article().text()).contains("reads scanned tables");
  }

  @Test
  void documentation_is_known_by_its_generator() {
    Article article = Pages.read("docs.html").article();

    assertThat(article.kind()).isEqualTo(PageKind.DOCUMENTATION);
    assertThat(article.text())
        .contains("pip install example", "--workers N", "one for every processor.")
        .doesNotContain("Chapter", "¶");
  }

  @Test
  void the_full_text_of_a_feed_is_read_whole() {
    ExtractOutcome outcome =
        new Extractor()
            .extractFragment(
                "<p>Short.</p><p>See <a href='/b'>the b page</a>.</p>", "https://e.org/a", "Title");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ExtractOutcome.Extracted.class,
            e -> {
              assertThat(e.article().title()).isEqualTo("Title");
              assertThat(e.article().text()).isEqualTo("Short.\nSee the b page.");
              assertThat(e.article().markdown())
                  .isEqualTo("Short.\n\nSee [the b page](https://e.org/b).");
            });
  }

  @Test
  void a_page_named_after_its_furniture_is_not_pruned_away() {
    String widgets =
        ("<div class='social-share comments-open'><p>A paragraph of the article that stands in a"
                + " box with a name that says nothing, number %d.</p></div>")
            .repeat(4);
    assertThat(Pages.readHtml(widgets.formatted(1, 2, 3, 4)).article().text()).hasLineCount(4);
  }
}
