package dev.mldigest.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the known word nearest to a mistyped one, by edit distance with swapped
 * neighbours (optimal string alignment).
 */
public final class Suggestion {
  /** Longer words are no typing slips, and distances of long texts cost time. */
  private static final int LONGEST = 40;

  private Suggestion() {}

  /** {@code ", did you mean 'slots'?"}, or nothing where no known word is near. */
  public static String after(String wrong, Collection<String> known) {
    return nearest(wrong, known).map(word -> ", did you mean '" + word + "'?").orElse("");
  }

  /** A word within a third of the mistyped word's length; among equals, the first known. */
  static Optional<String> nearest(String wrong, Collection<String> known) {
    String word = fold(wrong);
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(1, word.length() / 3);
    record Near(String word, int distance) {}
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
        .map(candidate -> new Near(candidate, distance(word, fold(candidate))))
        .filter(near -> near.distance() <= most)
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::word);
  }

  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  /** {@code per_host} and {@code Per-Host} are slips of {@code per-host}. */
  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
