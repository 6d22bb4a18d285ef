package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.FeedPace;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.settings.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a source may be asked again ({@code notBefore}: what its server and good manners demand),
 * when it should be ({@code nextPoll}: often enough to miss nothing), and what is remembered until
 * then.
 */
final class PollSchedule {
  /** Conditional pollers are asked to come at most once an hour. */
  private static final Duration POLITE = Duration.ofHours(1);

  /** Doubled with each failure up to a day: a fault of an hour costs one or two polls. */
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(30);

  /**
   * Longer wishes are cut to this: a weekly issue needs its sources every day, a conditional
   * request costs the server next to nothing, and a max-age of a year is a setting made for
   * pictures.
   */
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Failures in a row at a new address before the configured one is asked again. */
  private static final int MOVE_DOUBTED = 3;

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** As far as a rhythm of days to be skipped can reach. */
  private static final Duration WEEK = Duration.ofDays(7);

  private final Duration soonest;
  private final Duration latest;

  PollSchedule(Network network) {
    this.soonest = network.polling().soonest();
    this.latest = network.polling().latest();
  }

  /** Whether the source may be asked at all. */
  static boolean isAllowed(SourceState state, Instant now) {
    Duration furthest = (skips(state.pace()) ? LONGEST.plus(WEEK) : LONGEST).plus(POLITE);
    return hasCome(state.notBefore(), furthest, now) && !isSkipped(state.pace(), now);
  }

  /** Whether it may and should be asked. */
  static boolean isDue(SourceState state, Instant now) {
    return isAllowed(state, now) && hasCome(state.nextPoll(), WEEK.multipliedBy(2), now);
  }

  /** An instant further off than any that is ever set was set by a clock that was ahead. */
  private static boolean hasCome(@Nullable Instant then, Duration furthest, Instant now) {
    return then == null
        || !then.isAfter(now)
        || (!then.equals(NEVER) && then.isAfter(now.plus(furthest)));
  }

  private static boolean skips(FeedPace pace) {
    return !pace.skipHours().isEmpty() || !pace.skipDays().isEmpty();
  }

  /**
   * The state after a poll.
   *
   * @param every how often the source should be asked by what its document shows, or null
   * @param answered when the answer was there, which is no earlier than the server sent it
   */
  SourceState next(
      SourceState state, FetchOutcome outcome, @Nullable Duration every, Instant answered) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched ->
          delivered(
              state,
              fetched.validators(),
              fetched.bodyHash(),
              fetched.movedTo(),
              fetched.feed().pace(),
              every,
              fetched.freshFor(),
              answered);
      case FetchOutcome.NotModified same ->
          delivered(
              state,
              same.validators(),
              state.bodyHash(),
              same.movedTo(),
              state.pace(),
              state.every(),
              same.freshFor(),
              answered);
      case FetchOutcome.RateLimited limited -> failed(state, answered.plus(limited.retryAfter()));
      case FetchOutcome.Gone gone -> failed(state, NEVER);
      case FetchOutcome.Refused refused -> failed(state, answered.plus(backOff(state.failures())));
      case FetchOutcome.Failed failed -> failed(state, answered.plus(backOff(state.failures())));
    };
  }

  private SourceState delivered(
      SourceState state,
      Validators validators,
      @Nullable String bodyHash,
      @Nullable URI movedTo,
      FeedPace pace,
      @Nullable Duration every,
      Duration freshFor,
      Instant answered) {
    Duration wait = longest(POLITE, longest(capped(freshFor), capped(pace.every())));
    Instant notBefore = afterSkipped(pace, answered.plus(wait));
    Instant planned = afterSkipped(pace, answered.plus(within(every)));
    boolean stays = state.hasMoved() && movedTo == null; // the new address answered by itself
    boolean again = movedTo != null && movedTo.equals(state.movedTo());
    return state.toBuilder()
        .validators(validators)
        .movedTo(stays ? state.movedTo() : movedTo)
        .bodyHash(bodyHash)
        .failures(0)
        .nextPoll(planned.isBefore(notBefore) ? notBefore : planned)
        .moves(stays ? state.moves() : movedTo == null ? 0 : again ? state.moves() + 1 : 1)
        .notBefore(notBefore)
        .pace(pace)
        .every(every)
        .build();
  }

  /** The validators are kept: what failed is the poll, not the copy they belong to. */
  private static SourceState failed(SourceState state, Instant notBefore) {
    int failures = state.failures() + 1;
    Instant next = notBefore.equals(NEVER) ? NEVER : afterSkipped(state.pace(), notBefore);
    return state.toBuilder()
        .failures(failures)
        .nextPoll(next)
        .moves(failures >= MOVE_DOUBTED ? 0 : state.moves())
        .notBefore(next)
        .build();
  }

  private Duration within(@Nullable Duration every) {
    Duration wish = Objects.requireNonNullElse(every, latest);
    return wish.compareTo(latest) > 0 ? latest : longest(wish, soonest);
  }

  private static Duration longest(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration capped(Duration wish) {
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }

  private static Duration backOff(int failuresBefore) {
    return capped(FIRST_BACK_OFF.multipliedBy(1L << Math.min(failuresBefore, 6)));
  }

  private static boolean isSkipped(FeedPace pace, Instant instant) {
    ZonedDateTime hour = instant.atZone(ZoneOffset.UTC);
    boolean always = pace.skipHours().size() == 24 || pace.skipDays().size() == 7; // a mistake
    return !always
        && (pace.skipHours().contains(hour.getHour())
            || pace.skipDays().contains(hour.getDayOfWeek()));
  }

  private static Instant afterSkipped(FeedPace pace, Instant instant) {
    Instant at = instant;
    for (int hours = 0; hours < WEEK.toHours() && isSkipped(pace, at); hours++) {
      at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
    return at;
  }
}
