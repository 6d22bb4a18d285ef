package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SourceReaderTest {
  private static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final String RSS =
      "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title></item></channel></rss>";

  private final Http http = HttpTest.http(Duration.ofSeconds(2));
  private final SourceReader reader = new SourceReader(http);
  private final List<LoopbackSite> sites = new java.util.ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    http.close();
    for (LoopbackSite site : sites) {
      site.close();
    }
  }

  private LoopbackSite site(LoopbackSite.Script script) throws IOException {
    LoopbackSite site = new LoopbackSite("127.1.0.2", script);
    sites.add(site);
    return site;
  }

  private static Source source(URI url) {
    return new Source("s", "S", SourceKind.BLOG, url, "news", 1.0, List.of(), null);
  }

  private FetchOutcome fetch(LoopbackSite site, SourceState state) {
    return reader.fetch(source(site.at("/feed")), state, WEEK);
  }

  @Test
  void a_feed_is_fetched_with_its_validators_and_freshness() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) ->
            LoopbackSite.send(
                out,
                "200 OK",
                RSS,
                "ETag: W/\"a\"",
                "Last-Modified: then",
                "Cache-Control: public, max-age=600"));
    FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(site, SourceState.NEW);
    assertThat(fetched.word()).isEqualTo("fetched");
    assertThat(fetched.feed().entries()).hasSize(1);
    assertThat(fetched.validators()).isEqualTo(new Validators("W/\"a\"", "then"));
    assertThat(fetched.freshFor()).isEqualTo(Duration.ofMinutes(10));
    assertThat(fetched.movedTo()).isNull();

    SourceState later = SourceState.holding(Validators.NONE, fetched.bodyHash());
    assertThat(fetch(site, later)).isInstanceOf(FetchOutcome.NotModified.class);
  }

  @Test
  void a_feed_that_answers_304_keeps_its_validators_or_gets_newer_ones() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "304 Not Modified", "", "ETag: \"b\""));
    SourceState state = SourceState.holding(new Validators("\"a\"", "then"), "hash");
    assertThat(fetch(site, state))
        .isEqualTo(new FetchOutcome.NotModified(new Validators("\"b\"", "then"), Duration.ZERO));
    assertThat(site.requests.getFirst().header("If-None-Match")).isEqualTo("\"a\"");
  }

  @Test
  void a_304_without_a_stored_copy_is_asked_again_unconditionally() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> {
          if (r.header("If-None-Match").isEmpty()) {
            LoopbackSite.send(out, "200 OK", RSS);
          } else {
            LoopbackSite.send(out, "304 Not Modified", "");
          }
        });
    SourceState state = SourceState.holding(new Validators("\"a\"", null), null);
    assertThat(fetch(site, state).word()).isEqualTo("fetched");
  }

  @Test
  void a_moved_feed_is_asked_at_its_new_address_once_the_move_is_believed() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> {
          if (r.path().equals("/feed")) {
            LoopbackSite.send(out, "301 Moved", "", "Location: /new");
          } else {
            LoopbackSite.send(out, "200 OK", RSS);
          }
        });
    FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(site, SourceState.NEW);
    assertThat(fetched.movedTo()).isEqualTo(site.at("/new"));
    fetch(site, moved(fetched, 2));
    assertThat(site.requests).hasSize(4);
    assertThat(site.requests.get(2).path()).isEqualTo("/feed");
    fetch(site, moved(fetched, 3));
    assertThat(site.requests).hasSize(5);
    assertThat(site.requests.getLast().path()).isEqualTo("/new");
  }

  private static SourceState moved(FetchOutcome.Fetched fetched, int moves) {
    return SourceState.NEW.toBuilder().movedTo(fetched.movedTo()).moves(moves).build();
  }

  @ParameterizedTest
  @CsvSource({
    "500 Oops, x, http 500",
    "404 No, x, not found",
    "410 Gone, x, gone",
    "403 No, x, http 403",
    "429 Slow, x, rate limited",
    "200 OK, '', empty",
    "200 OK, '<!DOCTYPE html><html><body>Sign in</body></html>', not a feed",
    "200 OK, '{\"items\": [', malformed"
  })
  void what_went_wrong_has_a_word(String status, String body, String word) throws Exception {
    LoopbackSite site = site((n, r, out, s) -> LoopbackSite.send(out, status, body));
    assertThat(fetch(site, SourceState.NEW).word()).isEqualTo(word);
  }

  @Test
  void a_feed_cut_in_transit_fails_but_one_that_was_written_broken_is_partial() throws Exception {
    String broken = RSS.substring(0, RSS.length() - 20) + "<item><title>cut <b></descr </iteM <<";
    LoopbackSite written = site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", broken));
    FetchOutcome partial = fetch(written, SourceState.NEW);
    assertThat(partial.word()).isEqualTo("partial");
    assertThat(partial.detail()).isNotEmpty();
    LoopbackSite cut =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", RSS, "Content-Length: 5000"));
    assertThat(fetch(cut, SourceState.NEW).word()).isEqualTo("truncated");
  }

  @ParameterizedTest
  @CsvSource({
    "'Cache-Control: max-age=31536000', 86400",
    "'Cache-Control: no-cache', 0",
    "'Expires: 0', 0",
    "'Cache-Control: s-maxage=5, MAX-AGE=\"60\"', 60"
  })
  void freshness_is_capped_and_never_negative(String header, long seconds) throws Exception {
    LoopbackSite site = site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", RSS, header));
    FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(site, SourceState.NEW);
    assertThat(fetched.freshFor().toSeconds()).isEqualTo(seconds);
  }
}
