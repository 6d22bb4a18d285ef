package dev.mldigest.select.rank;

/**
 * Where values lie and how far apart.
 *
 * @param deviation 0 where the values differ by rounding alone
 */
public record Spread(double mean, double deviation) {
  /** Deviations of scores of some units below this come of rounding. */
  private static final double ROUNDING = 1e-9;

  public static Spread of(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    int n = Math.max(1, values.length);
    double mean = sum / n;
    double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
    return new Spread(mean, deviation < ROUNDING ? 0 : deviation);
  }

  /** At mean 0 and deviation 1; all 0 where all are the same. */
  public double[] standardised(double[] values) {
    double[] standard = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      standard[i] = deviation == 0 ? 0 : (values[i] - mean) / deviation;
    }
    return standard;
  }
}
