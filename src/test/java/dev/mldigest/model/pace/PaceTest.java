package dev.mldigest.model.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.pace.RateLimits.Kind;
import dev.mldigest.model.pace.RateLimits.Limit;
import dev.mldigest.summarise.LimitingServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In simulated time: thousands of calls against a limiting provider, in milliseconds. */
class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** What became of a simulated run. */
  private record Ran(int done, int refused, double seconds) {}

  private record Event(long at, int kind, Pace.Pass pass) {}

  /**
   * Calls in flight together, each answered after a latency; the first goes alone, as the gateway
   * lets it.
   *
   * @param tokens a call takes; {@code reserved} are asked for
   */
  private static Ran run(
      int calls,
      int flights,
      double latency,
      LimitingServer requests,
      double perMinute,
      @Nullable LimitingServer tokens,
      double tokensPerMinute,
      Pace.Tokens real,
      Pace.Tokens estimate,
      boolean chargesEstimate) {
    Pace pace = new Pace(LanguageModel.Bounds.NONE, 0);
    PriorityQueue<Event> events =
        new PriorityQueue<>((a, b) ->
            Long.compare(a.at(), b.at()) == 0 ? a.kind() - b.kind() : Long.compare(a.at(), b.at()));
    int started = 0;
    int done = 0;
    int refused = 0;
    int flying = 0;
    long now = 0;
    long nanos = (long) (latency * 1e9);
    boolean open = false;
    while (done + refused < calls) {
      while (started < calls && flying < (open ? flights : 1)) {
        Pace.Pass pass = pace.take(estimate, now);
        events.add(new Event(Math.max(now, pass.at()), 0, pass));
        started++;
        flying++;
      }
      Event event = events.remove();
      now = event.at();
      if (event.kind() == 0) {
        boolean in = requests.admits(1, now);
        double charge = chargesEstimate ? estimate.total() : real.total();
        in = in && (tokens == null || tokens.admits(charge, now));
        events.add(new Event(now + nanos, in ? 1 : 2, event.pass()));
        continue;
      }
      flying--;
      open = true;
      if (event.kind() == 2) {
        refused++;
        continue;
      }
      done++;
      Map<Kind, Limit> told = new java.util.EnumMap<>(Kind.class);
      told.put(Kind.REQUESTS, limit(requests, perMinute));
      if (tokens != null) {
        told.put(Kind.TOKENS, limit(tokens, tokensPerMinute));
      }
      pace.passed(event.pass(), told, real.total(), now);
    }
    return new Ran(done, refused, now / 1e9);
  }

  private static Limit limit(LimitingServer server, double perMinute) {
    return new Limit(
        (long) perMinute, server.left(), RateLimits.duration(server.reset(), NOW).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "90, 60, 10, 4, 8",
    "90, 60, 10, 4, 32",
    "300, 60, 10, 4, 32",
    "3000, 500, 50, 2, 32",
    "3000, 500, 50, 2, 64",
    "3000, 500, 500, 2, 64",
    "40, 600, 1, 0.2, 16"
  })
  void a_learned_pace_loses_nothing_wastes_nothing_and_is_as_fast_as_can_be(
      int calls, int perMinute, int burst, double latency, int flights) {
    LimitingServer server = new LimitingServer(perMinute, burst, 0);
    Ran ran =
        run(
            calls,
            flights,
            latency,
            server,
            perMinute,
            null,
            0,
            new Pace.Tokens(100, 20),
            new Pace.Tokens(100, 300),
            false);
    double bound =
        Math.max(
            (calls - burst) * 60.0 / perMinute + latency,
            Math.ceil((double) calls / flights) * latency);
    assertThat(ran.refused()).isZero();
    assertThat(ran.done()).isEqualTo(calls);
    // The first call alone costs one latency; short runs feel it.
    assertThat(ran.seconds()).isLessThanOrEqualTo(1.05 * bound + latency);
    if (calls >= 300) {
      assertThat(ran.seconds()).isLessThanOrEqualTo(1.05 * bound);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void tokens_a_minute_are_kept_whether_the_provider_counts_the_reserved_or_the_taken(
      boolean reserved) {
    LimitingServer requests = new LimitingServer(5_000, 5_000, 0);
    LimitingServer tokens = new LimitingServer(60_000, 60_000, 0);
    Pace.Tokens real = new Pace.Tokens(900, 100);
    Pace.Tokens estimate = new Pace.Tokens(900, 700);
    Ran ran = run(400, 32, 2, requests, 5_000, tokens, 60_000, real, estimate, reserved);
    double charged = 400.0 * (reserved ? estimate.total() : real.total());
    double bound = (charged - 60_000) / 1_000 + 2;
    assertThat(ran.refused()).isZero();
    assertThat(ran.seconds()).isBetween(bound - 1, 1.15 * bound);
  }

  @Test
  void a_window_that_ends_for_all_at_once_is_used_evenly() {
    Pace pace = new Pace(LanguageModel.Bounds.NONE, 0);
    Pace.Pass first = pace.take(new Pace.Tokens(1, 1), 0);
    pace.passed(first, Map.of(Kind.REQUESTS, new Limit(60, 59, Duration.ofSeconds(60))), 2L, 0);
    assertThat(pace.take(new Pace.Tokens(1, 1), 0).at()).isZero();
    assertThat(pace.take(new Pace.Tokens(1, 1), 0).at()).isEqualTo(1_000_000_000L);
    assertThat(pace.take(new Pace.Tokens(1, 1), 0).at()).isEqualTo(2_000_000_000L);
  }

  @Test
  void a_stated_limit_is_kept_from_the_first_call_on() {
    LanguageModel.Bounds stated =
        new LanguageModel.Bounds(60, 0, Duration.ofHours(1), LanguageModel.Bounds.UNLIMITED);
    Pace pace = new Pace(stated, 0);
    List<Long> times =
        java.util.stream.Stream.generate(() -> pace.take(new Pace.Tokens(1, 1), 0).at())
            .limit(3)
            .toList();
    assertThat(times).containsExactly(0L, 1_000_000_000L, 2_000_000_000L);
  }

  @Test
  void a_provider_that_names_no_limit_teaches_its_pace_by_turning_away() {
    Pace pace = new Pace(LanguageModel.Bounds.NONE, 0);
    Pace.Pass pass = pace.take(new Pace.Tokens(1, 1), 0);
    Duration asked = Duration.ofSeconds(1);
    pace.limited(pass, Map.of(), asked, asked, 0);
    long then = 1_000_000_000L;
    assertThat(pace.take(new Pace.Tokens(1, 1), then).at()).isEqualTo(then);
    assertThat(pace.take(new Pace.Tokens(1, 1), then).at()).isEqualTo(2 * then);
  }

  @ParameterizedTest
  @CsvSource({
    "250ms, 250",
    "1m30s, 90000",
    "6m0s, 360000",
    "1h2m, 3720000",
    "7.66s, 7660",
    "12, 12000",
    "2026-11-21T10:00:05Z, 5000",
    "2026-11-21T09:00:00Z, 0"
  })
  void a_reset_is_a_duration_a_number_of_seconds_or_a_date(String text, long millis) {
    assertThat(RateLimits.duration(text, NOW)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1s", "1s2", "99999999999999s", "ms"})
  void a_reset_that_makes_no_sense_is_left_out(String text) {
    assertThat(RateLimits.duration(text, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 21 Nov 2026 07:00:09 GMT",
        "Saturday, 21-Nov-26 07:00:09 GMT",
        "Sat Nov 21 07:00:09 2026"
      })
  void a_reset_may_be_any_http_date(String text) {
    assertThat(RateLimits.duration(text, Instant.parse("2026-11-21T07:00:00Z")))
        .contains(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T23:59:59Z", "999999999h999999999h", "999999999h"})
  void a_reset_at_the_end_of_time_is_a_year_away(String text) {
    assertThat(RateLimits.duration(text, NOW)).contains(Duration.ofDays(365));
  }

  @Test
  void the_headers_of_both_protocols_are_read_and_nonsense_is_not() {
    assertThat(
            limits(
                Map.of(
                    "x-ratelimit-limit-requests", "500",
                    "x-ratelimit-remaining-requests", "499",
                    "x-ratelimit-reset-requests", "120ms",
                    "x-ratelimit-limit-tokens", "30000",
                    "x-ratelimit-remaining-tokens", "29000")))
        .containsEntry(Kind.REQUESTS, new Limit(500, 499, Duration.ofMillis(120)))
        .containsEntry(Kind.TOKENS, new Limit(30_000, 29_000, null))
        .hasSize(2);
    assertThat(
            limits(
                Map.of(
                    "anthropic-ratelimit-requests-limit", "50",
                    "anthropic-ratelimit-requests-remaining", "49",
                    "anthropic-ratelimit-requests-reset", "2026-11-21T10:00:02Z",
                    "anthropic-ratelimit-input-tokens-limit", "40000",
                    "anthropic-ratelimit-output-tokens-limit", "8000")))
        .containsEntry(Kind.REQUESTS, new Limit(50, 49, Duration.ofSeconds(2)))
        .containsEntry(Kind.INPUT, new Limit(40_000, -1, null))
        .containsEntry(Kind.OUTPUT, new Limit(8_000, -1, null));
    assertThat(
            limits(
                Map.of(
                    "x-ratelimit-limit-requests", "many",
                    "x-ratelimit-limit-tokens", "-4")))
        .isEmpty();
    assertThat(limits(Map.of("x-ratelimit-limit-requests", "0"))).isEmpty();
  }

  private static Map<Kind, Limit> limits(Map<String, String> headers) {
    return RateLimits.of(Headers.of(headers), NOW);
  }
}
