package dev.mldigest.model.pace;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A provider's limit per minute, kept on our side: what may be used refills steadily, as in the
 * generic cell rate algorithm, and whoever takes more than is there is told until when to wait.
 *
 * <p>A burst is only used as far as the provider said that it is left, and only once: afterwards
 * half of it is enough to catch up on a hiccup, and what travels late does not find the provider's
 * own bucket overflown. Time is handed in; not safe for use by several threads.
 */
final class TokenBucket {
  private static final double MINUTE = 60e9; // nanoseconds

  /** The pause of a token bucket that runs empty; a longer one is a window's remainder. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(5);

  /** What a guessed pace gains with each call that is let through. */
  private static final double GROWTH = 1.02;

  /** Of a token: what a few thousand additions of doubles may be off by, and no more. */
  private static final double ROUNDING = 1e-6;

  private double rate; // a nanosecond; 0 while no limit is known
  private double capacity = 1;
  private double level;
  private long at;
  private double taken;
  private boolean stated;
  private boolean learned;
  private boolean guessed;
  private long guessedAt;

  /**
   * @param perMinute what the editor stated, or 0
   * @param first what may be used at once
   */
  TokenBucket(long perMinute, double first, long now) {
    this.rate = perMinute / MINUTE;
    this.stated = perMinute > 0;
    this.level = first;
    this.at = now;
  }

  /** True once an answer named the limit. */
  boolean isLearned() {
    return learned;
  }

  /** All that was ever taken: what an answer cannot have counted yet is the difference. */
  double taken() {
    return taken;
  }

  /**
   * @return the time from which on it may be used
   */
  long take(double amount, long now) {
    taken += amount;
    if (rate == 0) {
      return now;
    }
    refill(now);
    level -= amount;
    return level >= -ROUNDING ? now : now + (long) Math.ceil(-level / rate);
  }

  /** Not needed after all. */
  void giveBack(double amount) {
    level += amount;
  }

  /**
   * An answer named the limit.
   *
   * @param since what was taken after the answer's call
   */
  void told(RateLimits.Limit limit, double since, long now) {
    double told = limit.perMinute() / MINUTE;
    if (learned) {
      refill(now);
      rate = Math.min(rate, told);
      return;
    }
    rate = stated ? Math.min(rate, told) : told;
    learned = true;
    guessed = false;
    at = now;
    double left = limit.left() < 0 || !refillsSteadily(limit) ? 1 : limit.left();
    capacity = Math.max(1, left / 2);
    level = left - since;
  }

  /** A window that ends for all at once says so by a reset that is late for what was used. */
  private static boolean refillsSteadily(RateLimits.Limit limit) {
    Duration reset = limit.reset();
    double used = Math.max(0, limit.perMinute() - limit.left());
    return reset == null || reset.toNanos() <= 1.5 * used * MINUTE / limit.perMinute() + 1e9;
  }

  /**
   * The provider turned a call away: nothing is left, whatever we thought. Without a known limit
   * its pause tells the pace.
   *
   * @param told the pause it asked for, or null
   * @param pause until the next call
   * @param sent when the call was sent
   */
  void limited(@Nullable Duration told, Duration pause, double done, long elapsed, Sent sent) {
    long now = sent.now();
    boolean fresh = !guessed || sent.at() - guessedAt >= 0;
    if (!stated && !learned && told != null && told.isPositive() && fresh) {
      double step = 1.0 / told.toNanos();
      boolean window = told.compareTo(LONGEST_STEP) > 0;
      double seen = window ? Math.max(step, done / (elapsed + told.toNanos())) : step;
      rate = guessed ? Math.min(rate / 1.5, seen) : seen;
      guessed = true;
      guessedAt = now;
    }
    if (rate > 0) {
      refill(now);
      capacity = 1;
      // So that exactly one is there when the pause ends.
      level = Math.min(level, 1 - rate * pause.toNanos());
    }
  }

  /** When a call was sent and what time it is. */
  record Sent(long at, long now) {}

  /** A call was let through: a guessed pace may have been too slow. */
  void passed() {
    rate = guessed ? rate * GROWTH : rate;
  }

  private void refill(long now) {
    if (now - at > 0) {
      // A full bucket stays as full as it was told to be, a drained one fills to the capacity.
      double full = Math.max(capacity, level);
      level = Math.min(full, level + rate * (now - at));
      at = now;
    }
  }
}
