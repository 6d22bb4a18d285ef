package dev.mldigest.pipeline;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import java.time.Duration;
import java.time.Instant;

/** When a source may be asked again, and what is remembered of it until then. */
final class PollSchedule {
  /** Conditional pollers are asked to come at most once an hour. */
  private static final Duration POLITE = Duration.ofHours(1);

  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private PollSchedule() {}

  static boolean isDue(SourceState state, Instant now) {
    return state.nextPoll() == null || !state.nextPoll().isAfter(now);
  }

  static SourceState next(SourceState state, FetchOutcome outcome, Instant now) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched ->
          new SourceState(
              fetched.validators(),
              fetched.movedTo() != null ? fetched.movedTo() : state.movedTo(),
              fetched.bodyHash(),
              0,
              now.plus(atLeast(fetched.freshFor())));
      case FetchOutcome.NotModified same ->
          new SourceState(
              same.validators(),
              state.movedTo(),
              state.bodyHash(),
              0,
              now.plus(atLeast(same.freshFor())));
      case FetchOutcome.RateLimited limited -> failed(state, now.plus(limited.retryAfter()));
      case FetchOutcome.Gone gone -> failed(state, NEVER);
      case FetchOutcome.Refused refused -> failed(state, now.plus(backOff(state.failures())));
      case FetchOutcome.Failed failed -> failed(state, now.plus(backOff(state.failures())));
    };
  }

  /** The validators are kept: what failed is the poll, not the copy they belong to. */
  private static SourceState failed(SourceState state, Instant nextPoll) {
    return new SourceState(
        state.validators(), state.movedTo(), state.bodyHash(), state.failures() + 1, nextPoll);
  }

  private static Duration atLeast(Duration freshFor) {
    Duration capped = freshFor.compareTo(LONGEST) > 0 ? LONGEST : freshFor;
    return capped.compareTo(POLITE) < 0 ? POLITE : capped;
  }

  private static Duration backOff(int failuresBefore) {
    Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failuresBefore, 6));
    return backOff.compareTo(LONGEST) > 0 ? LONGEST : backOff;
  }
}
