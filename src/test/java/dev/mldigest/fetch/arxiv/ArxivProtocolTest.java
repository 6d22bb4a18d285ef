package dev.mldigest.fetch.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.LoopbackSite;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArxivProtocolTest {
  private static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final Instant NEWEST = Instant.parse("2026-03-02T00:00:00Z");

  /** Paper i was submitted i hours before the newest. */
  private static String paper(int i) {
    Instant at = NEWEST.minus(Duration.ofHours(i));
    return """
    <entry><id>http://arxiv.org/abs/2603.%05dv%d</id><published>%s</published>
    <updated>%s</updated><title>Paper
      %d</title><summary>  We  study
    things. </summary><author><name>Ada</name></author>
    <link href="http://127.1.0.3/abs/2603.%05dv1" rel="alternate" type="text/html"/>
    <category term="cs.LG"/></entry>\
    """
        .formatted(i, i % 2 + 1, at, at, i, i);
  }

  private static String page(int from, int to, int total) {
    StringBuilder feed =
        new StringBuilder(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><o:totalResults"
                + " xmlns:o=\"http://a9.com/-/spec/opensearch/1.1/\">");
    feed.append(total).append("</o:totalResults>");
    for (int i = from; i < Math.min(to, total); i++) {
      feed.append(paper(i));
    }
    return feed.append("</feed>").toString();
  }

  private static int start(LoopbackSite.Request request) {
    Matcher start = Pattern.compile("start=([0-9]+)").matcher(request.path());
    return start.find() ? Integer.parseInt(start.group(1)) : -1;
  }

  private static FetchOutcome fetch(LoopbackSite.Script script, List<LoopbackSite.Request> seen)
      throws IOException {
    try (LoopbackSite site = new LoopbackSite("127.1.0.3", script);
        Http http = HttpTest.http()) {
      Source source =
          new Source(
              "a",
              "arXiv",
              SourceKind.ARXIV,
              site.at("/api/query"),
              "papers",
              1.0,
              List.of("cs.LG", "stat.ML"),
              null);
      FetchOutcome outcome =
          new ArxivProtocol(http, 50).fetch(source, dev.mldigest.domain.SourceState.NEW, WEEK);
      seen.addAll(site.requests);
      return outcome;
    }
  }

  @Test
  void pages_are_read_until_the_window_is_passed() throws Exception {
    List<LoopbackSite.Request> seen = new java.util.ArrayList<>();
    FetchOutcome outcome =
        fetch(
            (n, r, out, s) -> LoopbackSite.send(out, "200 OK", page(start(r), start(r) + 50, 1000)),
            seen);
    FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) outcome;
    assertThat(fetched.feed().format()).isEqualTo("arxiv-api");
    assertThat(fetched.feed().complete()).isTrue();
    assertThat(fetched.feed().entries()).hasSize(200); // 8 days of 24 papers end on the fourth page
    assertThat(seen.getFirst().path())
        .contains("search_query=cat%3Acs.LG+OR+cat%3Astat.ML")
        .contains("sortBy=submittedDate&sortOrder=descending&start=0&max_results=50");
    FeedEntry entry = fetched.feed().entries().get(1);
    assertThat(entry.guid()).isEqualTo("arxiv:2603.00001");
    assertThat(entry.link()).isEqualTo("http://127.1.0.3/abs/2603.00001");
    assertThat(entry.title()).isEqualTo("Paper 1");
    assertThat(entry.summary()).isEqualTo("We study things.");
    assertThat(entry.authors()).containsExactly("Ada");
    assertThat(entry.categories()).containsExactly("cs.LG");
  }

  @Test
  void a_503_and_an_empty_page_in_the_middle_are_asked_again() throws Exception {
    List<LoopbackSite.Request> seen = new java.util.ArrayList<>();
    FetchOutcome outcome =
        fetch(
            (n, r, out, s) -> {
              switch (n) {
                case 1 -> LoopbackSite.send(out, "503 Busy", "", "Retry-After: 1");
                case 3 -> LoopbackSite.send(out, "200 OK", page(0, 0, 120));
                case 4 -> LoopbackSite.send(out, "503 Busy", "");
                default -> LoopbackSite.send(out, "200 OK", page(start(r), start(r) + 50, 120));
              }
            },
            seen);
    FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) outcome;
    assertThat(fetched.feed().entries()).hasSize(120);
    assertThat(fetched.feed().complete()).isTrue();
    assertThat(seen).extracting(ArxivProtocolTest::start).containsExactly(0, 50, 50, 100, 100, 100);
  }

  @Test
  void what_was_read_before_a_failure_is_kept_and_the_gap_is_named() throws Exception {
    FetchOutcome outcome =
        fetch(
            (n, r, out, s) -> {
              if (start(r) == 0) {
                LoopbackSite.send(out, "200 OK", page(0, 50, 120));
              } else {
                LoopbackSite.send(out, "500 Oops", "");
              }
            },
            new java.util.ArrayList<>());
    assertThat(outcome.word()).isEqualTo("partial");
    assertThat(outcome.detail()).contains("after the first 50").contains("http 500");
    assertThat(((FetchOutcome.Fetched) outcome).feed().entries()).hasSize(50);
  }

  @Test
  void one_entry_a_paper_in_its_highest_version() throws Exception {
    String twice =
        page(1, 2, 1)
            .replace(
                "</feed>",
                paper(7).replace("2603.00007v2", "2603.00007v1").replace("Paper", "Old")
                    + paper(7)
                    + paper(8).replace("2603.00008v1", "quant-ph/0201082v1")
                    + "</feed>");
    FetchOutcome.Fetched fetched =
        (FetchOutcome.Fetched)
            fetch(
                (n, r, out, s) -> LoopbackSite.send(out, "200 OK", twice),
                new java.util.ArrayList<>());
    assertThat(fetched.feed().entries())
        .extracting(FeedEntry::guid)
        .containsExactly("arxiv:2603.00007", "arxiv:quant-ph/0201082");
    assertThat(fetched.feed().entries().getFirst().title()).isEqualTo("Paper 7");
  }

  @Test
  void a_mistake_explained_in_atom_is_a_failure_and_no_paper_a_success() throws Exception {
    String error =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Error</title>"
            + "<summary>incorrect id format</summary></entry></feed>";
    FetchOutcome failed =
        fetch(
            (n, r, out, s) -> LoopbackSite.send(out, "400 Bad", error),
            new java.util.ArrayList<>());
    assertThat(failed.word()).isEqualTo("bad query");
    assertThat(failed.detail()).contains("incorrect id format");
    FetchOutcome empty =
        fetch(
            (n, r, out, s) -> LoopbackSite.send(out, "200 OK", page(0, 0, 0)),
            new java.util.ArrayList<>());
    assertThat(empty.word()).isEqualTo("fetched");
  }
}
