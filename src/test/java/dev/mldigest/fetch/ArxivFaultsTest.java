package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import dev.mldigest.testkit.FaultTable;
import dev.mldigest.text.date.FeedDates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fault cases 76 to 85: arXiv. */
@Timeout(60)
class ArxivFaultsTest {
  private static final String OLD = "2026-01-05T00:00:00Z";

  @RegisterExtension final FaultTable table = new FaultTable();
  private final Lab lab = new Lab();

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private static String paper(String id, String published) {
    return "<entry><id>http://arxiv.org/abs/%s</id><title>On %s</title><published>%s</published><link href=\"http://arxiv.org/abs/%s\"/></entry>"
        .formatted(id, id, published, id);
  }

  private static String listing(int total, String entries) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><o:totalResults"
        + " xmlns:o=\"http://a9.com/-/spec/opensearch/1.1/\">%d</o:totalResults>%s</feed>"
            .formatted(total, entries);
  }

  private FetchOutcome arxiv(LoopbackSite.Script script, String... categories) throws Exception {
    FetchOutcome outcome =
        lab.arxiv(
            lab.site("127.1.0.3", script).at("/api/query"),
            categories.length == 0 ? new String[] {"cs.LG"} : categories);
    table.outcome(outcome.word());
    return outcome;
  }

  private FetchOutcome arxiv(String listing) throws Exception {
    return arxiv((n, r, out, s) -> LoopbackSite.send(out, "200 OK", listing));
  }

  private static List<String> guids(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return ((FetchOutcome.Fetched) outcome)
        .feed().entries().stream().map(entry -> String.valueOf(entry.guid())).toList();
  }

  @Test
  void case_76_an_empty_weekend_is_a_success() throws Exception {
    assertThat(guids(arxiv(listing(0, "")))).isEmpty();
    String channel =
        Lab.rss("<skipDays><day>Saturday</day><day>Sunday</day></skipDays>")
            .replace("<title>Blog", "<title>cs.LG updates on arXiv.org");
    FetchOutcome rss = lab.fetch(lab.answering("200 OK", channel).at("/rss/cs.LG"));
    assertThat(rss.word()).isEqualTo("fetched");
    assertThat(guids(rss)).isEmpty();
  }

  @Test
  void case_77_a_listing_of_two_thousand_is_read_whole() {
    for (int size : new int[] {1_999, 2_000}) {
      StringBuilder items = new StringBuilder();
      for (int i = 0; i < size; i++) {
        items.append(
            "<item><title>Paper %d</title><link>https://arxiv.org/abs/2603.%05d</link><guid isPermaLink=\"false\">oai:arXiv.org:2603.%05dv1</guid></item>"
                .formatted(i, i, i));
      }
      FeedReading reading = new FeedParser().parse(Lab.utf8(Lab.rss(items.toString())), null, null);
      Feed feed = ((FeedReading.Read) reading).feed();
      assertThat(feed.entries().stream().map(FeedEntry::guid).distinct()).hasSize(size);
      assertThat(feed.complete()).isTrue();
    }
    table.outcome("fetched");
  }

  @Test
  void case_78_versions_and_replacements_of_a_paper_are_one_entry() throws Exception {
    String twice =
        paper("2603.00001v1", "2026-02-27T00:00:00Z")
            + paper("2603.00001v3", "2026-02-27T00:00:00Z")
            + paper("2603.00001v2", "2026-02-27T00:00:00Z");
    FetchOutcome outcome = arxiv(listing(3, twice));
    assertThat(guids(outcome)).hasSize(1);
    assertThat(((FetchOutcome.Fetched) outcome).feed().entries().getFirst().title()).contains("v3");
  }

  @Test
  void case_79_a_mistake_explained_in_atom_is_a_failure_that_quotes_it() throws Exception {
    String error =
        listing(
            1,
            "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>"
                + "<summary>incorrect id format for 1</summary></entry>");
    FetchOutcome outcome =
        arxiv((n, r, out, s) -> LoopbackSite.send(out, "400 Bad Request", error));
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(outcome.detail()).contains("incorrect id format");
  }

  @Test
  void case_80_an_empty_page_in_the_middle_is_asked_again_three_times_and_in_arxivs_time()
      throws Exception {
    lab.arxivGap = Duration.ofSeconds(3);
    LoopbackSite site =
        lab.site("127.1.0.3", (n, r, out, s) -> LoopbackSite.send(out, "200 OK", listing(10, "")));
    FetchOutcome outcome = lab.arxiv(site.at("/api/query"), "cs.LG");
    table.outcome(outcome.word());
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(site.requests.size()).isBetween(2, 4);
    assertThat(lab.time.passed())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(3L * (site.requests.size() - 1)));
  }

  @Test
  void case_81_when_the_api_limits_us_another_way_is_taken_within_the_same_budget()
      throws Exception {
    LoopbackSite site =
        lab.site(
            "127.1.0.3",
            (n, r, out, s) -> {
              if (r.path().startsWith("/api/query")) {
                LoopbackSite.send(out, "429 Too Many Requests", "");
              } else {
                LoopbackSite.send(
                    out,
                    "200 OK",
                    Lab.rss(
                        "<item><title>P</title><link>https://arxiv.org/abs/2603.00001</link><guid"
                            + " isPermaLink=\"false\">oai:arXiv.org:2603.00001v1</guid></item>"));
              }
            });
    FetchOutcome outcome =
        lab.arxiv(
            site.at("/api/query"),
            new SourceQuery("", 0, null, null, site.at("/rss"), null),
            "cs.LG");
    table.outcome(outcome.word());
    assertThat(guids(outcome)).containsExactly("arxiv:2603.00001");
    assertThat(site.busiest.get()).isEqualTo(1);
  }

  @Test
  void case_82_a_paper_in_two_categories_is_one_entry() throws Exception {
    String shared = paper("2603.00002v1", "2026-02-27T00:00:00Z");
    FetchOutcome outcome =
        arxiv(
            (n, r, out, s) ->
                LoopbackSite.send(
                    out,
                    "200 OK",
                    listing(3, shared + paper("2603.00003v1", "2026-02-27T00:00:00Z") + shared)),
            "cs.LG",
            "cs.CL");
    assertThat(guids(outcome)).containsExactly("arxiv:2603.00002", "arxiv:2603.00003");
  }

  @Test
  void case_83_identifiers_of_the_old_form_are_understood() throws Exception {
    assertThat(
            guids(
                arxiv(
                    listing(
                        2, paper("quant-ph/0201082v1", OLD) + paper("math.GT/0309136v2", OLD)))))
        .containsExactly("arxiv:quant-ph/0201082", "arxiv:math.GT/0309136");
  }

  @Test
  void case_84_the_day_the_clocks_change_moves_no_announcement() {
    assertThat(FeedDates.read("Sun, 01 Nov 2026 00:00:00 -0400"))
        .isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
    assertThat(FeedDates.read("Mon, 02 Nov 2026 00:00:00 -0500"))
        .isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
    assertThat(FeedDates.read("Sun, 08 Mar 2026 00:00:00 -0500"))
        .isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
    table.outcome("UTC");
  }

  @Test
  void case_85_a_process_that_starts_anew_keeps_arxivs_gap() throws Exception {
    lab.arxivGap = Duration.ofSeconds(3);
    LoopbackSite site =
        lab.site("127.1.0.3", (n, r, out, s) -> LoopbackSite.send(out, "200 OK", listing(0, "")));
    lab.arxiv(site.at("/api/query"), "cs.LG");
    lab.arxiv(site.at("/api/query"), "cs.LG"); // a second client, as after a restart
    assertThat(lab.time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    table.outcome("3 s kept");
  }

  @Test
  void a_listing_that_does_not_say_how_long_it_is_counts_as_incomplete() throws Exception {
    String unsaid =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
            + paper("2603.00001v1", "2026-02-27T00:00:00Z")
            + "</feed>";
    FetchOutcome outcome = arxiv(unsaid);
    assertThat(guids(outcome)).hasSize(1);
    assertThat(outcome.word()).isEqualTo("partial");
    assertThat(((FetchOutcome.Fetched) outcome).covered()).isNull();
  }
}
