package dev.mldigest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads Retry-After (RFC 9110 section 10.2.3) and remembers, per URL, until when a server asked to
 * be left alone.
 */
final class RetryAfter {
  /** For a 429 that does not say, and for values that make no sense. */
  static final Duration UNSAID = Duration.ofHours(1);

  /** Longer wishes are cut to this. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Above this many entries those that have passed are forgotten. */
  private static final int CROWDED = 10_000;

  private final ConcurrentHashMap<String, Long> until = new ConcurrentHashMap<>();
  private final Waiting waiting;

  RetryAfter(Waiting waiting) {
    this.waiting = waiting;
  }

  /**
   * The wait a server asks for, 0 to 24 hours.
   *
   * @param value the header
   * @param date when the answer was made, by the server's own Date header if there is one
   */
  static Duration read(String value, Instant date) {
    String text = value.strip();
    if (text.matches("[0-9]{1,9}")) {
      return capped(Duration.ofSeconds(Long.parseLong(text)));
    }
    if (text.matches("[0-9]+")) {
      return UNSAID;
    }
    Instant then = httpDate(text);
    return then == null || then.isBefore(date) ? UNSAID : capped(Duration.between(date, then));
  }

  /** An HTTP-date, or null. */
  static @Nullable Instant httpDate(@Nullable String text) {
    try {
      return text == null
          ? null
          : ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration capped(Duration wish) {
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }

  void remember(String url, Duration wait) {
    if (until.size() > CROWDED) {
      for (Iterator<Long> all = until.values().iterator(); all.hasNext(); ) {
        if (all.next() - waiting.nanoTime() < 0) {
          all.remove();
        }
      }
    }
    until.merge(url, waiting.nanoTime() + wait.toNanos(), (a, b) -> a - b > 0 ? a : b);
  }

  /** How long this URL must still be left alone; zero if not at all. */
  Duration left(String url) {
    Long deadline = until.get(url);
    long left = deadline == null ? 0 : deadline - waiting.nanoTime();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
