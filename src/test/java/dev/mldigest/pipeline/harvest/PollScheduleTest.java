package dev.mldigest.pipeline.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedPace;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.settings.Network;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
  /** A Monday. */
  private static final Instant NOW = Instant.parse("2026-03-02T06:10:00Z");

  private static final Validators TAG = new Validators("W/\"a", "about noon");

  private final PollSchedule schedule =
      new PollSchedule(
          new Network(
              "",
              true,
              new Network.Call(Duration.ofSeconds(5), 1_000_000),
              new Network.PerHost(2, Duration.ZERO),
              null,
              List.of(),
              Network.Polling.USUAL));

  private static FetchOutcome fetched(Duration freshFor, FeedPace pace, @Nullable URI movedTo) {
    Feed feed = new Feed("rss-2.0", "t", null, List.of(), List.of(), true, pace);
    return new FetchOutcome.Fetched(feed, TAG, "hash", movedTo, freshFor);
  }

  private SourceState after(Duration freshFor, FeedPace pace) {
    return schedule.next(
        SourceState.NEW, fetched(freshFor, pace, null), Duration.ofMinutes(1), NOW);
  }

  private static FeedPace pace(String every) {
    return new FeedPace(Duration.parse(every), Set.of(), Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S, PT1H",
    "PT3H, PT0S, PT3H",
    "PT0S, PT150M, PT150M",
    "PT3H, PT4H, PT4H",
    "P365D, PT0S, PT24H",
    "PT0S, P30D, PT24H"
  })
  void the_longest_wish_counts_from_one_hour_to_a_day(String maxAge, String ttl, String wait) {
    SourceState next = after(Duration.parse(maxAge), pace(ttl));
    assertThat(next.notBefore()).isEqualTo(NOW.plus(Duration.parse(wait)));
    assertThat(next.nextPoll()).isEqualTo(next.notBefore());
    assertThat(PollSchedule.isAllowed(next, NOW.plus(Duration.parse(wait)).minusSeconds(1)))
        .isFalse();
    assertThat(PollSchedule.isAllowed(next, NOW.plus(Duration.parse(wait)))).isTrue();
  }

  @Test
  void what_the_document_asked_for_holds_after_a_304_too() {
    SourceState before = after(Duration.ZERO, pace("PT5H"));
    SourceState next =
        schedule.next(before, new FetchOutcome.NotModified(TAG, Duration.ZERO), null, NOW);
    assertThat(next.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(5)));
    assertThat(next.every()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void skipped_hours_and_days_are_kept_free() {
    FeedPace night = new FeedPace(Duration.ZERO, Set.of(7, 8, 9), Set.of());
    assertThat(after(Duration.ZERO, night).notBefore())
        .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    FeedPace weekend = new FeedPace(Duration.ZERO, Set.of(0), Set.of(DayOfWeek.MONDAY));
    assertThat(after(Duration.ZERO, weekend).notBefore())
        .isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    SourceState state = after(Duration.ZERO, night);
    assertThat(PollSchedule.isAllowed(state, Instant.parse("2026-03-03T08:30:00Z"))).isFalse();
  }

  @Test
  void a_feed_that_skips_every_hour_made_a_mistake() {
    Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
    assertThat(after(Duration.ZERO, new FeedPace(Duration.ZERO, all, Set.of())).notBefore())
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void an_issue_may_ask_what_is_allowed_before_it_is_due() {
    SourceState slow =
        schedule.next(
            SourceState.NEW,
            fetched(Duration.ZERO, FeedPace.UNSAID, null),
            Duration.ofDays(9),
            NOW);
    assertThat(slow.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    Instant later = NOW.plus(Duration.ofHours(2));
    assertThat(PollSchedule.isAllowed(slow, later)).isTrue();
    assertThat(PollSchedule.isDue(slow, later)).isFalse();
  }

  @Test
  void failures_back_off_to_a_day_and_a_success_forgets_them() {
    SourceState state = after(Duration.ZERO, FeedPace.UNSAID);
    long[] minutes = {30, 60, 120, 240, 480, 960, 1440, 1440, 1440};
    for (long wait : minutes) {
      state = schedule.next(state, new FetchOutcome.Failed(FetchFailure.NOT_FOUND, "x"), null, NOW);
      assertThat(state.notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(wait)));
      assertThat(state.validators()).isEqualTo(TAG);
    }
    state = schedule.next(state, new FetchOutcome.NotModified(TAG, Duration.ZERO), null, NOW);
    assertThat(state.failures()).isZero();
    assertThat(state.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void a_wait_that_was_asked_for_is_kept_and_gone_is_for_good() {
    SourceState limited =
        schedule.next(
            SourceState.NEW, new FetchOutcome.RateLimited(Duration.ofHours(7), "x"), null, NOW);
    assertThat(limited.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(7)));
    SourceState gone = schedule.next(limited, new FetchOutcome.Gone("x"), null, NOW);
    assertThat(PollSchedule.isAllowed(gone, NOW.plus(Duration.ofDays(100_000)))).isFalse();
  }

  @Test
  void a_permanent_redirect_is_believed_after_three_answers_in_a_row() {
    URI old = URI.create("https://old.example/feed");
    URI moved = URI.create("https://new.example/feed");
    SourceState state = SourceState.NEW;
    for (int i = 0; i < 3; i++) {
      assertThat(state.address(old)).isEqualTo(old);
      state =
          i == 1
              ? schedule.next(
                  state, new FetchOutcome.NotModified(TAG, Duration.ZERO, moved), null, NOW)
              : schedule.next(state, fetched(Duration.ZERO, FeedPace.UNSAID, moved), null, NOW);
    }
    assertThat(state.address(old)).isEqualTo(moved);
    state = schedule.next(state, fetched(Duration.ZERO, FeedPace.UNSAID, null), null, NOW);
    assertThat(state.address(old)).as("it answers by itself").isEqualTo(moved);
    for (int i = 0; i < 3; i++) {
      state = schedule.next(state, new FetchOutcome.Failed(FetchFailure.NOT_FOUND, "x"), null, NOW);
    }
    assertThat(state.address(old)).as("after three failures").isEqualTo(old);
  }

  @Test
  void a_redirect_that_does_not_last_starts_the_count_anew() {
    URI moved = URI.create("https://new.example/feed");
    SourceState state = SourceState.NEW;
    for (URI to : new @Nullable URI[] {moved, moved, null, moved, moved}) {
      state = schedule.next(state, fetched(Duration.ZERO, FeedPace.UNSAID, to), null, NOW);
    }
    assertThat(state.hasMoved()).isFalse();
  }

  @Test
  void a_clock_that_was_a_month_ahead_does_not_silence_a_source_for_a_month() {
    SourceState ahead = after(Duration.ZERO, FeedPace.UNSAID);
    Instant back = NOW.minus(Duration.ofDays(27));
    assertThat(PollSchedule.isAllowed(ahead, back)).isTrue();
    assertThat(PollSchedule.isDue(ahead, back)).isTrue();
    SourceState gone = schedule.next(ahead, new FetchOutcome.Gone("gone"), null, NOW);
    assertThat(PollSchedule.isAllowed(gone, back)).isFalse();
  }
}
