package dev.mldigest.pipeline.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.testkit.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Articles told on several pages, in other forms, or better in the feed than on the page. */
class PagedArticlesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @AutoClose("stop")
  private final WireMockServer server = Loopback.web();

  private static String file(String name) {
    try (InputStream in = PagedArticlesTest.class.getResourceAsStream("/pages/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private void page(String url, String html) {
    server.stubFor(
        get(urlEqualTo(url))
            .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(html)));
  }

  /** A page with a paragraph of its own and a link. */
  private static String numbered(int number, String next) {
    String own = "On page " + number + " the kernel was measured on four machines. ";
    return "<title>Kernels</title><article><h1>Kernels</h1><p>"
        + own.repeat(4)
        + "</article><a rel=next href='"
        + next
        + "'>Next</a>";
  }

  private ExtractOutcome outcome(@Nullable String summary) {
    return outcome(summary, null);
  }

  private ExtractOutcome outcome(@Nullable String summary, @Nullable String content) {
    Settings settings =
        ArticleReads.settings(
            "", "{ id: home, kind: blog, section: news, url: \"http://127.0.0.1/feed\" }");
    FeedEntry stated =
        FeedEntry.titled("Kernels")
            .guid("home")
            .link(server.baseUrl().replace("localhost", "127.0.0.1") + "/kernels")
            .published(NOW)
            .summary(summary)
            .content(content)
            .build();
    return ArticleReads.read(settings, new Entry("home", "home", stated, "page", NOW, NOW));
  }

  private Article read() {
    return ((ExtractOutcome.Extracted) outcome(null)).article();
  }

  private long asked() {
    return server.getAllServeEvents().stream()
        .filter(event -> !event.getRequest().getUrl().equals("/robots.txt"))
        .count();
  }

  @Test
  void an_article_on_three_pages_is_read_as_one_without_what_the_pages_repeat() {
    page("/kernels", file("paged-1.html"));
    page("/kernels?page=2", file("paged-2.html"));
    page("/kernels?page=3", file("paged-3.html"));
    Article article = read();
    assertThat(article.text().lines().toList())
        .hasSize(8)
        .doesNotHaveDuplicates()
        .last()
        .asString()
        .startsWith("Nine:");
    assertThat(article.markdown()).contains("First:", "Five:", "Nine:");
    assertThat(article.words()).isEqualTo(article.text().split("\\s+").length);
    assertThat(asked()).isEqualTo(3);
  }

  @Test
  void the_link_to_the_next_story_is_not_followed() {
    page("/kernels", numbered(1, "/kernels-2"));
    page("/kernels-2", numbered(2, "/kernels-3"));
    assertThat(read().text()).contains("page 1").doesNotContain("page 2");
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void a_next_page_that_turns_out_to_be_another_story_is_not_joined() {
    page("/kernels", numbered(1, "/kernels/2"));
    page("/another", numbered(7, "/kernels/3"));
    server.stubFor(
        get(urlEqualTo("/kernels/2"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/another")));
    assertThat(read().text()).contains("page 1").doesNotContain("page 7");
  }

  @Test
  void no_more_than_ten_pages_are_asked_for() {
    page("/kernels", numbered(1, "/kernels/2"));
    for (int n = 2; n <= 12; n++) {
      page("/kernels/" + n, numbered(n, "/kernels/" + (n + 1)));
    }
    assertThat(read().text()).contains("page 10").doesNotContain("page 11");
    assertThat(asked()).isEqualTo(10);
  }

  @Test
  void a_server_that_answers_each_number_with_the_first_page_is_asked_once() {
    page("/kernels", numbered(1, "/kernels?page=2"));
    page("/kernels?page=2", numbered(1, "/kernels?page=3"));
    assertThat(read().text().lines()).hasSize(1);
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void a_page_that_robots_txt_closes_ends_the_article() {
    page("/robots.txt", "User-agent: *\nDisallow: /kernels/3\n");
    page("/kernels", numbered(1, "/kernels/2"));
    page("/kernels/2", numbered(2, "/kernels/3"));
    page("/kernels/3", numbered(3, "/kernels/4"));
    assertThat(read().text()).contains("page 1", "page 2").doesNotContain("page 3");
    assertThat(asked()).isEqualTo(2);
  }

  private static String empty(String link) {
    return "<head><title>Kernels</title>" + link + "</head><body><div id=app></div>";
  }

  @Test
  void a_page_without_text_is_read_in_the_form_for_phones_or_for_paper() {
    page("/amp/kernels", numbered(5, ""));
    page("/kernels", empty("<link rel=amphtml href=/amp/kernels>"));
    assertThat(read().text()).contains("page 5");
    assertThat(read().url()).as("readers are sent to the page itself").endsWith("/kernels");
    page("/kernels", empty("<link rel=alternate media=print href='/amp/kernels'>"));
    assertThat(read().text()).contains("page 5");
    assertThat(asked()).isEqualTo(6);
  }

  @Test
  void a_page_with_text_is_not_asked_for_in_another_form() {
    page("/kernels", "<link rel=amphtml href=/amp/kernels>" + numbered(1, ""));
    assertThat(read().text()).contains("page 1");
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void another_form_that_is_empty_too_or_of_another_site_leaves_the_page_empty() {
    page("/amp/kernels", empty("<link rel=amphtml href=/amp/again>"));
    page("/kernels", empty("<link rel=amphtml href=/amp/kernels>"));
    assertThat(outcome(null))
        .isInstanceOfSatisfying(
            ExtractOutcome.Unreadable.class,
            none -> assertThat(none.kind()).isEqualTo(PageKind.EMPTY));
    assertThat(asked()).as("once, and no further").isEqualTo(2);

    String elsewhere = "http://127.0.0.2:" + server.port() + "/amp/kernels";
    page("/kernels", empty("<link rel=amphtml href='" + elsewhere + "'>"));
    assertThat(outcome(null)).isInstanceOf(ExtractOutcome.Unreadable.class);
  }

  @Test
  void a_feed_text_that_tells_more_than_its_page_is_kept_and_the_page_where_it_tells_more() {
    String text = "The feed says that the kernel was measured on four machines. ";
    page("/kernels", numbered(1, ""));
    assertThat(((ExtractOutcome.Extracted) outcome("<p>" + text.repeat(8))).article().text())
        .startsWith("The feed says");
    assertThat(((ExtractOutcome.Extracted) outcome("<p>" + text.repeat(4))).article().text())
        .startsWith("On page 1");
  }

  @Test
  void a_page_whose_text_comes_from_the_feed_still_tells_what_it_says_of_itself() {
    page(
        "/kernels",
        "<meta name=author content='Ada Example'><meta property=og:image content=/k.jpg>"
            + numbered(1, ""));
    String text = "The feed says that the kernel was measured on four machines. ";
    Article article = ((ExtractOutcome.Extracted) outcome("<p>" + text.repeat(8))).article();
    assertThat(article.text()).startsWith("The feed says");
    assertThat(article.about().byline()).isEqualTo("Ada Example");
    assertThat(Objects.requireNonNull(article.about().image()).url()).endsWith("/k.jpg");
    assertThat(article.words()).isEqualTo(article.text().split("\\s+").length);
  }

  /** Behind the article a box of prose, on which rules and learned trees do not agree. */
  private static final List<String> SENTENCES =
      List.of(
          "The new kernel halves the memory that attention needs, because it keeps the sums at"
              + " hand and writes each tile once.",
          "On four machines the authors measured a speed-up of two to three times, and found that"
              + " short sequences gain the least of all.",
          "A reader who wants to try it can build the library from source, which takes a quarter"
              + " of an hour on a laptop of this year.",
          "What remains open is how the method behaves where the batch is small, since then the"
              + " launch of each kernel costs most of the time.");

  private static String paragraphs(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("<p>" + SENTENCES.get(i % 4) + " " + SENTENCES.get((i + 1) % 4) + "</p>");
    }
    return text.toString();
  }

  private static String ofTwoMinds() {
    StringBuilder page = new StringBuilder("<title>Kernels</title><article><h1>Kernels</h1>");
    page.append(paragraphs(4)).append("</article><section>");
    for (String name : List.of("Ann", "Bob", "Cid", "Dora", "Eve", "Finn")) {
      page.append(
          "<p>"
              + name
              + " tells how the team moved its pipeline to a smaller cluster in week 5"
              + " and what broke on the way.</p>");
    }
    return page + "</section><footer>© Example</footer>";
  }

  private String toldBeside(String feed) {
    return ((ExtractOutcome.Extracted) outcome(feed)).article().text();
  }

  @Test
  void of_a_page_that_is_read_in_two_ways_a_whole_text_of_the_feed_is_taken_and_no_beginning() {
    page("/kernels", ofTwoMinds());
    String whole = paragraphs(4);
    String first = SENTENCES.getFirst();
    String half = paragraphs(2);
    String cut = whole.substring(0, whole.length() - 20);
    assertThat(toldBeside(whole)).doesNotContain("smaller cluster");
    assertThat(toldBeside(first)).contains("smaller cluster");
    assertThat(toldBeside(half)).contains("smaller cluster");
    assertThat(toldBeside(cut)).contains("smaller cluster");
  }

  @Test
  void a_page_is_read_in_its_own_encoding_whatever_the_server_says() {
    String text = "Größe und Höhe, „so“ – 3 € für Zoë’s ”Café”. ";
    for (String[] sent :
        new String[][] {
          {"windows-1252", "text/html"},
          {"windows-1252", "text/html; charset=iso-8859-1"},
          {"windows-1252", "text/html; charset=utf-8"},
          {"UTF-8", "text/html; charset=iso-8859-1"},
          {"UTF-16LE", "text/html; charset=utf-16"}
        }) {
      byte[] body = ("<article><p>" + text.repeat(5)).getBytes(Charset.forName(sent[0]));
      server.stubFor(
          get(urlEqualTo("/kernels"))
              .willReturn(aResponse().withHeader("Content-Type", sent[1]).withBody(body)));
      assertThat(read().text()).as(String.join(" as ", sent)).isEqualTo(text.repeat(5).strip());
    }
  }

  @Test
  void a_feed_that_carries_the_full_text_spares_the_page_and_one_that_breaks_off_does_not() {
    page("/kernels", numbered(1, "").replace("</article>", "<p>More of it. ".repeat(90)));
    String text = "The feed says that the kernel was measured on four machines. ".repeat(12);
    assertThat(outcome(null, "<p>" + text)).isInstanceOf(ExtractOutcome.Extracted.class);
    assertThat(asked()).isZero();
    outcome(null, "<p>" + text + "and …</p><p>The post Kernels appeared first on Example.</p>");
    assertThat(asked()).isEqualTo(1);
  }
}
