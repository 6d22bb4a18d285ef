package dev.mldigest.pipeline.readers;

import org.jspecify.annotations.Nullable;

/**
 * What readers did with one item.
 *
 * @param clicks as the service has them; null where it does not tell
 * @param readers the same without scanners
 * @param expected what the place leads one to expect of these; null where nothing can be said
 * @param against how many times that it was, with the ends of a 95 % interval; null where nothing
 *     can be said
 */
public record ItemReading(
    int place,
    @Nullable String id,
    String title,
    @Nullable Long clicks,
    @Nullable Long readers,
    @Nullable Double expected,
    @Nullable Ratio against) {

  /** What may be said of it. */
  public enum Verdict {
    MORE,
    LESS,
    AS_EXPECTED,
    /** Too few clicks, or none told. */
    NOTHING
  }

  public record Ratio(double value, double low, double high) {}

  /** Normal quantile of 95 %, both sides. */
  private static final double SIDES = 1.96;

  /** Below, counts are not near enough to normal for such an interval (Poisson, rule of five). */
  private static final double FEWEST = 5;

  /**
   * @param raw with scanners
   * @param net without
   * @param scanners variance of what was taken off: of one count, as often as it was
   * @param uncertainty of what is expected, in relation to it
   */
  static @Nullable Ratio ratio(
      long raw, long net, double scanners, double expected, double uncertainty) {
    if (expected < FEWEST) {
      return null;
    }
    double ratio = net / expected;
    double counted = Math.sqrt(raw + scanners + 1) / expected;
    double error = Math.hypot(counted, ratio * uncertainty);
    return new Ratio(ratio, Math.max(0, ratio - SIDES * error), ratio + SIDES * error);
  }

  public Verdict verdict() {
    if (against == null) {
      return Verdict.NOTHING;
    }
    return against.low() > 1
        ? Verdict.MORE
        : against.high() < 1 ? Verdict.LESS : Verdict.AS_EXPECTED;
  }
}
