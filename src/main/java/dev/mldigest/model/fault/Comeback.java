package dev.mldigest.model.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When to come again, as an error answer says it in its body: in a field ({@code 38s}, seconds, a
 * time in milliseconds since 1970) or in its sentence ("try again in 7m12.5s", "wait 75453
 * seconds", "regain access on 2026-04-01 at 00:00 UTC").
 */
final class Comeback {
  /** Beyond any patience of ours, and far from where nanoseconds end. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:again|retry|wait|reset\\w*|available)\\W+(?:\\w+\\W+){0,3}?"
              + "((?:\\d{1,9}(?:\\.\\d{1,9})?\\s?(?:ms|milliseconds?|d|days?|h|hours?|m|min|minutes?|s|secs?|seconds?)(?![a-z])\\s?)+)");
  private static final Pattern STEP = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?([a-z]+)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:access|again|resets?)\\b.{0,20}?(\\d{4}-\\d\\d-\\d\\d)(?:\\s+at\\s+|["
              + " t])?(\\d\\d:\\d\\d)?");

  private Comeback() {}

  static Optional<Duration> in(ErrorBody body, Instant now) {
    return body.waits().stream()
        .map(text -> field(text.strip(), now))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> words(body.text()))
        .or(() -> date(body.text(), now))
        .map(Comeback::bounded);
  }

  private static Optional<Duration> field(String text, Instant now) {
    if (text.matches("\\d{13}")) {
      return Optional.of(Duration.between(now, Instant.ofEpochMilli(Long.parseLong(text))));
    }
    if (text.matches("\\d{10}")) {
      return Optional.of(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text))));
    }
    if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Optional.of(seconds(Double.parseDouble(text)));
    }
    return text.matches("(\\d{1,9}(\\.\\d{1,9})?(ms|h|m|s))+") ? sum(text) : Optional.empty();
  }

  private static Optional<Duration> words(String text) {
    Matcher found = WORDS.matcher(text);
    return found.find() ? sum(found.group(1)) : Optional.empty();
  }

  private static Optional<Duration> sum(String text) {
    Duration sum = Duration.ZERO;
    for (Matcher step = STEP.matcher(text); step.find(); ) {
      sum = sum.plus(seconds(Double.parseDouble(step.group(1)) * unit(step.group(2))));
    }
    return Optional.of(sum);
  }

  private static double unit(String name) {
    if (name.equals("ms") || (name.startsWith("mi") && !name.startsWith("min"))) {
      return 1e-3;
    }
    return switch (name.charAt(0)) {
      case 'd' -> 86_400;
      case 'h' -> 3_600;
      case 'm' -> 60;
      default -> 1;
    };
  }

  private static Optional<Duration> date(String text, Instant now) {
    Matcher found = DATE.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      String time = found.group(2) == null ? "00:00" : found.group(2);
      Instant then = LocalDateTime.parse(found.group(1) + "T" + time).toInstant(ZoneOffset.UTC);
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(
        (long) Math.ceil(Math.min(seconds, (double) LONGEST.toSeconds()) * 1e9));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
