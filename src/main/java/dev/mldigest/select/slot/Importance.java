package dev.mldigest.select.slot;

import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Spread;
import dev.mldigest.select.story.Reports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How much stories of different sections matter, on one scale. Scores cannot be held against each
 * other over sections: they are made of other parts, and the best of a thousand papers stands
 * higher above the usual one than the best of ten posts, by chance alone. So each is measured in
 * the deviations of its section, from where the best of so many is expected to be.
 */
public final class Importance {
  /** 2 times Euler's constant, and the logarithm of 4 pi: of the largest of n normal values. */
  private static final double GAMMA_TWICE = 1.154;

  private static final double LOG_4_PI = 2.531;

  /**
   * What the order alone says of what leads: it puts a quarter of what editors pick among its first
   * twenty (docs/benchmarks.md), so a quarter of it is believed.
   */
  private static final double BELIEVED = 0.25;

  /**
   * Papers lead seldom, whatever they are worth: of 517 that Last Week in AI told in 2023 and 2024
   * 9 stood among its top stories, of its other items 7 in 100; so far lie 1.7 % and 7 % of normal
   * values apart.
   */
  private static final double PAPER = 0.65;

  private final Map<String, Double> above = new HashMap<>();

  /**
   * @param ranked all stories of a week
   */
  public static Importance of(List<Ranker.Scored> ranked) {
    Importance importance = new Importance();
    ranked.stream()
        .collect(Collectors.groupingBy(SlotFiller::section))
        .values()
        .forEach(importance::add);
    return importance;
  }

  private Importance() {}

  private void add(List<Ranker.Scored> section) {
    double[] scores = section.stream().mapToDouble(Ranker.Scored::score).toArray();
    double[] standard = Spread.of(scores).standardised(scores);
    double best = expectedBest(scores.length);
    for (int i = 0; i < standard.length; i++) {
      above.put(section.get(i).story().id(), standard[i] - best);
    }
  }

  /** Of n values of a normal distribution the largest, in deviations (Cramér 1946, 28.6). */
  static double expectedBest(int n) {
    if (n < 2) {
      return 0;
    }
    double root = Math.sqrt(2 * Math.log(n));
    return root - (Math.log(Math.log(n)) + LOG_4_PI - GAMMA_TWICE) / (2 * root);
  }

  /** By how many deviations it stands above what the best of its section is expected to be. */
  double above(Ranker.Scored story) {
    return Objects.requireNonNullElse(above.get(story.story().id()), 0.0);
  }

  /**
   * How much it matters among the picks of all sections: what others made of it, in doublings of
   * the publishers that report it and of the round-ups that mention it, before what its section
   * thinks of it.
   */
  public double of(Ranker.Scored story) {
    long roundUps =
        story.story().mentions().stream().map(one -> one.source().id()).distinct().count();
    return doublings(Reports.independent(story.story()))
        + doublings((double) (1 + roundUps))
        - (isPaper(story) ? PAPER : 0)
        + BELIEVED * above(story);
  }

  private static boolean isPaper(Ranker.Scored story) {
    return story.story().primary().source().kind().isPaper();
  }

  private static double doublings(double count) {
    return Math.log(Math.max(1, count)) / Math.log(2);
  }
}
