package dev.mldigest.model.pace;

import dev.mldigest.net.HttpDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the headers of an answer say about the account's limits per minute, in OpenAI's form
 * ({@code x-ratelimit-limit-requests}, reset as {@code 1m30s}) and Anthropic's ({@code
 * anthropic-ratelimit-requests-limit}, reset as an RFC 3339 date). What makes no sense is left out.
 */
public final class RateLimits {
  /** What is counted. */
  public enum Kind {
    REQUESTS,
    /** Input and output together. */
    TOKENS,
    INPUT,
    OUTPUT
  }

  /**
   * @param perMinute at least 1
   * @param left of it at the time of the answer, or -1
   * @param reset until all of it is there again, or null
   */
  public record Limit(long perMinute, long left, @Nullable Duration reset) {}

  /** Beyond any patience of ours, and far from where nanoseconds end. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Pattern STEP = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|h|m|s)");

  private RateLimits() {}

  public static Map<Kind, Limit> of(Headers headers, Instant now) {
    Map<Kind, Limit> limits = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      String noun =
          switch (kind) {
            case REQUESTS -> "requests";
            case TOKENS -> "tokens";
            case INPUT -> "input-tokens";
            case OUTPUT -> "output-tokens";
          };
      limit(headers, "x-ratelimit-%s-" + noun, now)
          .or(() -> limit(headers, "anthropic-ratelimit-" + noun + "-%s", now))
          .ifPresent(limit -> limits.put(kind, limit));
    }
    return limits;
  }

  private static Optional<Limit> limit(Headers headers, String name, Instant now) {
    long most = whole(headers.get(name.replace("%s", "limit")));
    if (most < 1) {
      return Optional.empty();
    }
    long left = whole(headers.get(name.replace("%s", "remaining")));
    Duration reset =
        Optional.ofNullable(headers.get(name.replace("%s", "reset")))
            .flatMap(text -> duration(text, now))
            .orElse(null);
    return Optional.of(new Limit(most, left, reset));
  }

  private static long whole(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(digits -> digits.matches("[0-9]{1,12}"))
        .map(Long::parseLong)
        .orElse(-1L);
  }

  /** {@code 1m30s}, {@code 250ms}, {@code 12} (seconds), {@code 2026-11-21T10:00:00Z}. */
  public static Optional<Duration> duration(String text, Instant now) {
    String value = text.strip();
    if (value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      return Optional.of(bounded(nanos(value, 1e9)));
    }
    if (value.matches("([0-9]{1,9}(\\.[0-9]{1,9})?(ms|h|m|s)){1,5}")) {
      Duration sum = Duration.ZERO;
      for (Matcher step = STEP.matcher(value); step.find(); ) {
        sum = sum.plus(nanos(step.group(1), unit(step.group(2))));
      }
      return Optional.of(bounded(sum));
    }
    try {
      return until(value, now)
          .or(() -> Optional.of(bounded(Duration.between(now, Instant.parse(value)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * How long the provider asks to be left alone: {@code retry-after-ms}, else Retry-After in
   * seconds or as a date (RFC 9110, section 10.2.3), the date read by the answer's own clock if it
   * has one. At most a year.
   */
  public static Optional<Duration> retryAfter(Headers headers, Instant now) {
    Optional<Duration> millis =
        Optional.ofNullable(headers.get("retry-after-ms")).flatMap(text -> scaled(text, 1e6));
    if (millis.isPresent()) {
      return millis;
    }
    Instant date = HttpDate.read(headers.get("date"));
    return Optional.ofNullable(headers.get("retry-after"))
        .flatMap(text -> scaled(text, 1e9).or(() -> until(text, date == null ? now : date)));
  }

  private static Optional<Duration> scaled(String number, double nanos) {
    try {
      double value = Math.ceil(Double.parseDouble(number.strip()) * nanos);
      return value >= 0
          ? Optional.of(Duration.ofNanos((long) Math.min(value, (double) LONGEST.toNanos())))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> until(String date, Instant from) {
    return Optional.ofNullable(HttpDate.read(date))
        .map(then -> bounded(Duration.between(from, then)));
  }

  /** 0 to {@link #LONGEST}. */
  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static double unit(String name) {
    return switch (name) {
      case "ms" -> 1e6;
      case "m" -> 60e9;
      case "h" -> 3600e9;
      default -> 1e9;
    };
  }

  private static Duration nanos(String number, double unit) {
    return Duration.ofNanos((long) (Double.parseDouble(number) * unit));
  }
}
