package dev.mldigest.model;

import dev.langchain4j.exception.HttpException;
import dev.mldigest.net.HttpDate;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A response that is no success, with its headers, which LangChain4j's own exception drops. */
final class StatusFailure extends HttpException {
  private static final long serialVersionUID = 1L;
  private static final Duration LONGEST = Duration.ofDays(365);

  private final transient HttpHeaders headers;

  StatusFailure(int status, String body, HttpHeaders headers) {
    super(status, body);
    this.headers = headers;
  }

  /**
   * How long the provider asks to be left alone: {@code retry-after-ms}, else Retry-After in
   * seconds or as a date (RFC 9110, section 10.2.3), the date read by the response's own clock if
   * it has one.
   */
  Optional<Duration> retryAfter(Instant now) {
    Optional<Duration> millis =
        headers.firstValue("retry-after-ms").flatMap(text -> scaled(text, 1e6));
    if (millis.isPresent()) {
      return millis;
    }
    return headers
        .firstValue("retry-after")
        .flatMap(text -> scaled(text, 1e9).or(() -> until(text, now)));
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

  private Optional<Duration> until(String date, Instant now) {
    Instant from = headers.firstValue("date").map(HttpDate::read).orElse(now);
    return Optional.ofNullable(HttpDate.read(date))
        .map(then -> Duration.between(from, then))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }
}
