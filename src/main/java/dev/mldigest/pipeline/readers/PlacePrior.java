package dev.mldigest.pipeline.readers;

import java.util.ArrayList;
import java.util.List;

/**
 * What share of an issue's clicks a place leads one to expect: proportional to the place to the
 * power of minus the slope.
 *
 * @param error standard error of the slope
 * @param usual how far items usually lie from what their place says, as a standard deviation of the
 *     logarithm; 0 where the history does not tell
 * @param issues that it was fitted on besides what is published
 */
record PlacePrior(double slope, double error, double usual, int issues) {
  /**
   * Of the one published newsletter whose 30 to 35 links stood by date of entry and not by
   * importance: the first five had 37 % of the clicks, the first nine more than half. 0.6 gives 37
   * and 52 % of 32 links; with links in the editor's order published figures lie on both sides (35
   * % for the first of five, and the second "as good or better").
   */
  static final double PUBLISHED_SLOPE = 0.6;

  /**
   * Two of it reach from no influence of the place to twice that of the one letter: one newsletter
   * of 2013 says little of another.
   */
  static final double PUBLISHED_ERROR = 0.3;

  static final PlacePrior PUBLISHED = new PlacePrior(PUBLISHED_SLOPE, PUBLISHED_ERROR, 0, 0);

  /** Below, the logarithm of a count is mostly chance. */
  private static final long FEWEST_CLICKS = 30;

  private static final int FEWEST_ITEMS = 4;

  /** Below, a spread is not known to a quarter of itself (1 / sqrt(2 * 10)). */
  private static final int FEWEST_DEGREES = 10;

  /** Of issues, so that one wild week does not say what is usual. */
  private static final int FEWEST_FOR_USUAL = 3;

  /**
   * @param issues clicks by place, the first place first, scanners taken off
   */
  static PlacePrior fitted(List<List<Long>> issues) {
    List<double[]> points = new ArrayList<>(); // log of place and of clicks, each from its mean
    int used = 0;
    for (List<Long> clicks : issues) {
      long all = clicks.stream().mapToLong(Long::longValue).sum();
      if (clicks.size() >= FEWEST_ITEMS && all >= FEWEST_CLICKS) {
        used++;
        points.addAll(centred(clicks));
      }
    }
    int degrees = points.size() - used - 1;
    return degrees < FEWEST_DEGREES ? PUBLISHED : joined(points, degrees, used);
  }

  private static List<double[]> centred(List<Long> clicks) {
    List<double[]> points = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (int i = 0; i < clicks.size(); i++) {
      double[] point = {Math.log(i + 1), Math.log(clicks.get(i) + 0.5)};
      x += point[0] / clicks.size();
      y += point[1] / clicks.size();
      points.add(point);
    }
    double meanX = x;
    double meanY = y;
    points.replaceAll(point -> new double[] {point[0] - meanX, point[1] - meanY});
    return points;
  }

  /** Least squares within issues, and what is published, each by its precision. */
  private static PlacePrior joined(List<double[]> points, int degrees, int issues) {
    double xx = points.stream().mapToDouble(point -> point[0] * point[0]).sum();
    double xy = points.stream().mapToDouble(point -> point[0] * point[1]).sum();
    double fitted = -xy / xx;
    double rest =
        points.stream().mapToDouble(point -> Math.pow(point[1] + fitted * point[0], 2)).sum();
    double spread = Math.max(rest / degrees, 1e-6); // a history without any is none
    double ours = xx / spread;
    double published = 1 / (PUBLISHED_ERROR * PUBLISHED_ERROR);
    return new PlacePrior(
        (ours * fitted + published * PUBLISHED_SLOPE) / (ours + published),
        1 / Math.sqrt(ours + published),
        issues >= FEWEST_FOR_USUAL ? Math.sqrt(spread) : 0,
        issues);
  }

  /** The share of each place; they add up to 1. */
  List<Double> shares(int places) {
    double all = 0;
    for (int place = 1; place <= places; place++) {
      all += Math.pow(place, -slope);
    }
    List<Double> shares = new ArrayList<>();
    for (int place = 1; place <= places; place++) {
      shares.add(Math.pow(place, -slope) / all);
    }
    return shares;
  }

  /** How uncertain a place's share is, in relation to itself. */
  double uncertainty(int place, List<Double> shares) {
    double mean = 0;
    for (int other = 1; other <= shares.size(); other++) {
      mean += shares.get(other - 1) * Math.log(other);
    }
    return error * Math.abs(Math.log(place) - mean);
  }
}
