package dev.mldigest.domain.settings;

import java.time.LocalDate;

/** Prices per million tokens, with the currency they are in and the day they were read. */
public record Prices(double input, double output, String currency, String asOf) {
  /** Older prices are worth another look. */
  public static final int FRESH_DAYS = 180;

  /** Sums are kept in thousandths of a millionth: prices count to their third decimal. */
  private static final int NANOS = 1_000;

  /** What these tokens cost in millionths of the currency's unit, rounded up. */
  public long micros(long inputTokens, long outputTokens) {
    long nanos =
        inputTokens * Math.round(input * NANOS) + outputTokens * Math.round(output * NANOS);
    return Math.ceilDiv(nanos, NANOS);
  }

  public boolean isStale(LocalDate today) {
    return LocalDate.parse(asOf).plusDays(FRESH_DAYS).isBefore(today);
  }
}
