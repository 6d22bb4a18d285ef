package dev.mldigest.model;

import dev.mldigest.io.Sha256;
import dev.mldigest.model.pace.Overload;
import dev.mldigest.model.pace.RateGate;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which pause one question is asked again; how long an overload is waited for
 * is counted for all together, by {@link Overload}. The pauses of our own grow and are spread by
 * the question itself: many that failed together do not come back together, and the same run waits
 * the same. A pause that the provider asks for is kept as it is.
 */
final class RetryPolicy {
  /**
   * With the first pause of the clients of OpenAI and Anthropic, which is then doubled, 15.5
   * seconds in all: a server that is started again is back.
   */
  private static final int RETRIES = 5;

  /** An attempt cut at its deadline may have been billed: it is repeated only once. */
  private static final int DEADLINE_RETRIES = 1;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /**
   * A service may refuse the limit's name, the temperature, two formats, a keyword, the address.
   */
  private static final int SHAPES = 8;

  /** A limit per minute is over by then. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** The share of a pause that the question's own spread adds at most. */
  private static final double SPREAD = 0.25;

  private final String key;
  private int failed;
  private int cut;
  private int reshaped;
  private int cutShort;
  private int limited;
  private Duration waited = Duration.ZERO;

  /**
   * @param key of the question, hexadecimal
   */
  RetryPolicy(String key) {
    this.key = key;
  }

  /** The pause before the next attempt; empty if there must be none. */
  Optional<Duration> after(Attempt attempt) {
    return switch (attempt.kind()) {
      case RATE_LIMITED -> limited(attempt);
      case SERVER_ERROR, CONNECTION ->
          failed >= RETRIES
              ? Optional.empty()
              : Optional.of(later(attempt.retryAfter(), backoff(failed++)));
      case DEADLINE -> cut++ >= DEADLINE_RETRIES ? Optional.empty() : Optional.of(Duration.ZERO);
      case RESHAPED -> reshaped++ >= SHAPES ? Optional.empty() : Optional.of(Duration.ZERO);
      case TRUNCATED -> cutShort++ >= 1 ? Optional.empty() : Optional.of(Duration.ZERO);
      case FINISHED,
          MALFORMED,
          REFUSED,
          REJECTED,
          TOO_LONG,
          GARBLED,
          BUSY,
          NO_CREDIT,
          QUOTA,
          NO_MODEL,
          NO_ACCESS,
          WRONG_ADDRESS,
          SENT,
          INTERRUPTED,
          OVER_BUDGET,
          GIVEN_UP,
          CLOSED ->
          Optional.empty();
    };
  }

  private Optional<Duration> limited(Attempt attempt) {
    // "Wait 0 seconds" again and again is no permission to hammer.
    Duration pause = later(attempt.retryAfter(), backoff(limited++));
    waited = waited.plus(pause);
    boolean tooLong =
        pause.compareTo(RateGate.LONGEST_WAIT) > 0 || waited.compareTo(RateGate.LONGEST_IN_ALL) > 0;
    return tooLong ? Optional.empty() : Optional.of(pause);
  }

  private static Duration later(@Nullable Duration asked, Duration own) {
    return asked == null || asked.compareTo(own) < 0 ? own : asked;
  }

  /** 0.5 s, 1 s, 2 s, … and up to a quarter more. */
  private Duration backoff(int times) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times, 10));
    Duration most = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    int hash = Integer.parseInt(Sha256.of(key + times).substring(0, 6), 16);
    return most.plusNanos((long) (most.toNanos() * SPREAD * hash / 0x1000000));
  }
}
