package dev.mldigest.cli.feeds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that look at sources are as polite as a harvest, by what the state remembers. */
@Timeout(60)
class SourceCheckTest {
  private static final Instant NOW = Internet.NOW;

  @TempDir Path folder;
  @AutoClose private final Internet internet = new Internet();

  private Program.Ended at(Instant now, String command, String... more) throws Exception {
    Program program = new Program(folder, internet.configuration(""), now.toString());
    return Program.call(program.arguments(command, more));
  }

  private List<LoggedRequest> asked(int source) {
    return internet.server().findAll(getRequestedFor(urlPathEqualTo("/s" + source + "/feed.xml")));
  }

  private Path state() {
    return folder.resolve("output").resolve("state");
  }

  @Test
  void without_a_state_every_source_is_asked_and_no_state_is_made() throws Exception {
    Program.Ended ended = at(NOW, "feeds check");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).containsPattern("ok +s0 +fetched, 4 entries");
    assertThat(Store.isIn(state())).isFalse();
  }

  @Test
  void a_source_that_was_just_harvested_is_not_asked_and_its_last_outcome_is_told()
      throws Exception {
    internet.breakSource(1, aResponse().withStatus(500));
    at(NOW, "harvest");
    int before = internet.requests();
    for (String command : List.of("feeds check", "doctor")) {
      Program.Ended ended = at(NOW.plus(Duration.ofMinutes(10)), command);
      assertThat(ended.out())
          .containsPattern(
              "ok +s0 +not asked before 2026-03-02T0[78]:[0-9:]+Z: last time: fetched\n")
          .containsPattern(
              "FAIL +s1 +not asked before 2026-03-02T06:[0-9:]+Z: last time: http 500");
      assertThat(ended.code()).isEqualTo(5);
    }
    assertThat(internet.requests()).isEqualTo(before);
  }

  @Test
  void a_source_that_may_be_asked_is_asked_by_its_validators_and_unchanged_is_well()
      throws Exception {
    at(NOW, "harvest");
    internet.breakSource(0, aResponse().withStatus(304));
    Program.Ended ended = at(NOW.plus(Duration.ofDays(1)), "feeds check");
    assertThat(asked(0)).hasSize(2);
    assertThat(asked(0).getLast().getHeader("If-None-Match")).isEqualTo("\"v0\"");
    assertThat(ended.out()).containsPattern("ok +s0 +not modified");
    assertThat(ended.code()).isZero();
  }

  @Test
  void a_source_that_is_gone_is_not_asked_any_more() throws Exception {
    internet.breakSource(0, aResponse().withStatus(410));
    at(NOW, "harvest");
    Program.Ended ended = at(NOW.plus(Duration.ofDays(400)), "feeds check");
    assertThat(asked(0)).hasSize(1);
    assertThat(ended.out()).containsPattern("FAIL +s0 +not asked any more: last time: gone");
  }

  @Test
  void add_leaves_a_site_alone_that_asked_for_it_before() throws Exception {
    internet
        .server()
        .stubFor(get(urlPathEqualTo("/feed")).willReturn(aResponse().withBody("<rss/>")));
    String proxied =
        internet.configuration("").replace("network:", "network:\n  proxy: " + internet.address());
    Program program = new Program(folder, proxied, NOW.toString());
    String[] add = program.arguments("feeds add", "--dry-run", "http://blog.example.org/feed");
    try (Store store = Store.open(state())) {
      store.hostPauses().keepOff("example.org", NOW.plus(Duration.ofHours(2)));
    }
    Program.call(add);
    assertThat(internet.requests()).isZero();

    try (Store store = Store.open(state())) {
      store.hostPauses().keepOff("example.com", NOW.plus(Duration.ofHours(2)));
    }
    Program.call(program.arguments("feeds add", "--dry-run", "http://blog.example.net/feed"));
    assertThat(internet.requests()).as("others are asked").isPositive();
  }
}
