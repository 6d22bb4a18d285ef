package dev.mldigest.fetch.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FeedEntry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages tell several dated pieces, and what each of them is. */
class DatedPageTest {
  private static final String URL = "https://lab.example/notes";
  private static final String TEXT =
      "<p>The sampler now draws from the cache first, which halves the time that a request waits.";

  private static List<FeedEntry> entries(String html) {
    return DatedPage.entries(
        Jsoup.parse(html, URL), URI.create(URL), Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static List<String> told(String html) {
    return entries(html).stream()
        .map(e -> e.title() + " " + e.published() + " " + String.valueOf(e.link()).replace(URL, ""))
        .toList();
  }

  @Test
  void a_change_log_is_an_item_a_version() {
    String log =
        """
        <title>Changelog</title><h1>The Sampler's log</h1>
        <h2 id=v3>Version 3.0 (2025-12-08)</h2><h3>Added</h3>%1$s
        <h2 id=v2>Version 2.1 (2025-11-20)</h2>%1$s
        <h2 id=v1>Version 2.0 (2025-10-02)</h2>%1$s
        """
            .formatted(TEXT);
    assertThat(told(log))
        .containsExactly(
            "The Sampler's log: Version 3.0 2025-12-08T00:00:00Z #v3",
            "The Sampler's log: Version 2.1 2025-11-20T00:00:00Z #v2",
            "The Sampler's log: Version 2.0 2025-10-02T00:00:00Z #v1");
    assertThat(entries(log).getFirst().content()).contains("Added", "halves").doesNotContain("2.1");
  }

  @Test
  void notes_under_days_are_named_by_what_they_begin_with() {
    assertThat(
            told(
                """
                <main><h2>Monday, 8 December 2025</h2><strong>A cache for the sampler</strong>%1$s
                <h2><a name=nov></a>November 20th, 2025</h2><h3>Two models less in production</h3>%1$s
                <h2>October 2, 2025</h2><p>Retries are gone. They cost more than they saved.</main>
                """
                    .formatted(TEXT)))
        .containsExactly(
            "A cache for the sampler 2025-12-08T00:00:00Z #:~:text=Monday%2C%208%20December%202025",
            "Two models less in production 2025-11-20T00:00:00Z #nov",
            "Retries are gone. 2025-10-02T00:00:00Z #:~:text=October%202%2C%202025");
  }

  @Test
  void a_day_may_stand_in_a_line_beside_the_heading() {
    String box =
        "<article id=%1$s><header><h2>%2$s</h2><p class=d><time"
            + " datetime=%3$s>recently</time></header>"
            + TEXT
            + "</article>";
    assertThat(
            told(
                "<main>"
                    + box.formatted("a", "A cache for all", "2025-12-08T10:00:00Z")
                    + box.formatted("b", "Fewer models", "2025-11-20")
                    + box.formatted("c", "No more retries", "2025-10-02")
                    + "</main>"))
        .containsExactly(
            "A cache for all 2025-12-08T10:00:00Z #a",
            "Fewer models 2025-11-20T00:00:00Z #b",
            "No more retries 2025-10-02T00:00:00Z #c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8. Dezember 2025|20. November 2025|2. Oktober 2025",
        "8 décembre 2025|20 novembre 2025|2 octobre 2025",
        "2025年12月8日|2025年11月20日|2025年10月2日",
        "08.12.2025|20.11.2025|02.10.2025"
      })
  void days_are_read_in_the_languages_of_the_sources(String days) {
    String[] day = days.split("\\|");
    assertThat(
            entries(
                "<h2>" + day[0] + "</h2>" + TEXT + "<h2>" + day[1] + "</h2>" + TEXT + "<h2>"
                    + day[2] + "</h2>" + TEXT))
        .extracting(FeedEntry::published)
        .map(String::valueOf)
        .containsExactly("2025-12-08T00:00:00Z", "2025-11-20T00:00:00Z", "2025-10-02T00:00:00Z");
  }

  @Test
  void of_a_link_blog_each_day_keeps_its_links() {
    String day = "<h3>%s</h3><p><a href=https://other.example/a>A paper on caches</a>: worth it.";
    assertThat(
            entries(
                day.formatted("2025-12-08")
                    + day.formatted("2025-12-05")
                    + day.formatted("2025-12-01")))
        .hasSize(3)
        .allSatisfy(e -> assertThat(e.content()).contains("https://other.example/a"));
  }

  private static String sections(String... days) {
    StringBuilder page = new StringBuilder("<article><h1>A history</h1>" + TEXT);
    for (String day : days) {
      page.append("<h2>").append(day).append("</h2>").append(TEXT);
    }
    return page.append("</article>").toString();
  }

  @Test
  void a_history_a_timeline_and_the_log_of_an_incident_are_one_piece() {
    assertThat(entries(sections("2 October 2025", "20 November 2025", "8 December 2025")))
        .isEmpty();
    assertThat(entries(sections("2025-12-08 14:00", "2025-12-08 13:10", "2025-12-08 12:50")))
        .isEmpty();
    assertThat(
            entries(
                "<meta property=article:published_time content=2025-12-09>"
                    + sections("8 December 2025", "20 November 2025", "2 October 2025")))
        .isEmpty();
    assertThat(
            entries(
                "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":"
                    + "\"2025-12-09T08:00:00Z\"}</script>"
                    + sections("8 December 2025", "20 November 2025", "2 October 2025")))
        .isEmpty();
  }

  @Test
  void a_page_that_was_written_on_after_it_was_published_is_several() {
    assertThat(
            entries(
                "<meta property=article:published_time content=2024-02-01>"
                    + sections("8 December 2025", "20 November 2025", "2 October 2025")))
        .hasSize(3);
  }

  @Test
  void comments_cards_and_a_log_beside_a_text_are_no_pieces() {
    String three = sections("8 December 2025", "20 November 2025", "2 October 2025");
    assertThat(entries("<div class=comment-list>" + three + "</div>")).isEmpty();
    assertThat(entries("<aside>" + three + "</aside>")).isEmpty();
    assertThat(entries(TEXT.repeat(9) + three)).isEmpty();
    assertThat(
            entries(
                "<h2><a href=/a>One post</a> 2025-12-08</h2>"
                    + TEXT
                    + "<h2><a href=/b>Two posts</a> 2025-12-05</h2>"
                    + TEXT
                    + "<h2><a href=/c>Three posts</a> 2025-12-01</h2>"
                    + TEXT))
        .isEmpty();
  }

  @Test
  void a_version_by_the_calendar_is_no_day_where_another_stands_beside_it() {
    assertThat(
            told(
                "<h1>A log</h1><h2 id=a>2024.9.2 (October 7, 2024)</h2>"
                    + TEXT
                    + "<h2 id=b>2024.9.1</h2><p>Released on September 27, 2024</p>"
                    + TEXT
                    + "<h2 id=c>2024.9.0 (September 12, 2024)</h2>"
                    + TEXT))
        .containsExactly(
            "A log: 2024.9.2 2024-10-07T00:00:00Z #a",
            "A log: 2024.9.1 2024-09-27T00:00:00Z #b",
            "A log: 2024.9.0 2024-09-12T00:00:00Z #c");
    assertThat(entries(sections("2024.10.07", "2024.9.27", "2024.9.12"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preview", "no-comments", "post comments-closed", "has-reviews"})
  void a_name_that_only_holds_the_word_comment_or_review_hides_no_pieces(String name) {
    String three = sections("8 December 2025", "20 November 2025", "2 October 2025");
    assertThat(entries("<div class='" + name + "'>" + three + "</div>")).hasSize(3);
    assertThat(entries("<div class='list post-comments'>" + three + "</div>")).isEmpty();
  }

  @Test
  void a_piece_stays_the_same_when_the_next_release_renames_the_page_and_its_places() {
    String log =
        "<title>Changelog — Tool %s documentation</title><h1>Changelog<a href=#c>¶</a></h1>%s"
            + "<h2 id=id%d>Version 3.1 (2025-12-08)<a href=#x>¶</a></h2>"
            + TEXT
            + "<h2 id=id%d>Version 3.0 (2025-11-20)</h2>"
            + TEXT
            + "<h2 id=id%d>Version 2.9 (2025-10-02)</h2>"
            + TEXT;
    List<FeedEntry> before = entries(log.formatted("3.1", "", 1, 2, 3));
    List<FeedEntry> after =
        entries(log.formatted("3.2", "<h2 id=id1>Version 3.2 (2025-12-20)</h2>" + TEXT, 2, 3, 4));
    assertThat(after.subList(1, 4))
        .extracting(FeedEntry::guid, FeedEntry::title)
        .isEqualTo(
            before.stream()
                .map(e -> org.assertj.core.groups.Tuple.tuple(e.guid(), e.title()))
                .toList());
    assertThat(before.getFirst().title()).isEqualTo("Changelog: Version 3.1");
  }

  @Test
  void two_pieces_under_one_day_are_two() {
    assertThat(
            entries(
                sections("8 December 2025", "8 December 2025", "7 December 2025", "2025-10-02")))
        .extracting(FeedEntry::guid)
        .doesNotHaveDuplicates()
        .hasSize(4);
  }

  @Test
  void a_heading_that_leads_to_its_own_place_leads_to_no_post() {
    String head = "<h2 id=%1$s><a href='https://lab.example/notes/#%1$s'>%1$s</a></h2>" + TEXT;
    assertThat(
            entries(
                head.formatted("2025-12-08")
                    + head.formatted("2025-12-05")
                    + head.formatted("2025-12-01")))
        .hasSize(3);
  }

  @Test
  void what_is_announced_for_later_is_no_piece_yet() {
    assertThat(
            entries(
                sections("2027-03-01", "8 December 2025", "20 November 2025", "2 October 2025")))
        .hasSize(3);
  }

  @Test
  void some_dated_headings_among_many_are_no_pieces() {
    assertThat(
            entries(
                sections(
                    "8 December 2025",
                    "What we saw",
                    "Why",
                    "20 November 2025",
                    "And then",
                    "2 October 2025")))
        .isEmpty();
  }
}
