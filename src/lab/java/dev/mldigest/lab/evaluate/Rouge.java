package dev.mldigest.lab.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE-1, -2 and -L as F-scores from 0 to 1 (Lin 2004, "ROUGE: A Package for Automatic Evaluation
 * of Summaries"): lower-cased runs of a-z and 0-9, stems by Porter. Of several references the one
 * with the highest ROUGE-1 counts, with all its figures.
 */
public record Rouge(double one, double two, double longest) {
  /** The figures of a summary against the references people wrote. */
  public static Rouge of(String summary, List<String> references) {
    List<String> candidate = tokens(summary);
    return references.stream()
        .map(reference -> of(candidate, tokens(reference)))
        .max(Comparator.comparingDouble(Rouge::one))
        .orElse(new Rouge(0, 0, 0));
  }

  /** The mean of the three. */
  public double mean() {
    return (one + two + longest) / 3;
  }

  private static Rouge of(List<String> a, List<String> b) {
    double longest = f(longestCommon(a, b), a.size(), b.size());
    return new Rouge(shared(a, b), shared(pairs(a), pairs(b)), longest);
  }

  private static List<String> tokens(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(PorterStemmer::stem)
        .toList();
  }

  private static List<String> pairs(List<String> tokens) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      pairs.add(tokens.get(i - 1) + " " + tokens.get(i));
    }
    return pairs;
  }

  private static double shared(List<String> a, List<String> b) {
    Map<String, Integer> left = new HashMap<>();
    b.forEach(gram -> left.merge(gram, 1, Integer::sum));
    int shared = 0;
    for (String gram : a) {
      if (left.merge(gram, -1, Integer::sum) >= 0) {
        shared++;
      }
    }
    return f(shared, a.size(), b.size());
  }

  /** Length of the longest common subsequence, in a row of memory. */
  private static int longestCommon(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String token : a) {
      int diagonal = 0;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        row[j] = token.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.size()];
  }

  private static double f(int shared, int one, int other) {
    return shared == 0 ? 0 : 2.0 * shared / (one + other);
  }
}
