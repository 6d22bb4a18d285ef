package dev.mldigest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How far texts read agree with the articles: runs of four words in common, precision and recall
 * over pages; F1 is that of their means.
 */
public final class ShingleScore {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private double precision;
  private double recall;
  private int pages;

  public void add(String gold, String text) {
    Map<List<String>, Integer> wanted = shingles(gold);
    Map<List<String>, Integer> found = shingles(text);
    double common = 0;
    for (var one : found.entrySet()) {
      common += Math.min(one.getValue(), wanted.getOrDefault(one.getKey(), 0));
    }
    precision += common / Math.max(1, total(found));
    recall += common / Math.max(1, total(wanted));
    pages++;
  }

  double f1() {
    return 2 * precision * recall / (precision + recall) / pages;
  }

  @Override
  public String toString() {
    return "F1 %.4f, precision %.4f, recall %.4f, %d pages"
        .formatted(f1(), precision / pages, recall / pages, pages);
  }

  private static int total(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }

  public static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Runs of four words with how often each occurs; a shorter text is one run. */
  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words = words(text);
    Map<List<String>, Integer> shingles = new HashMap<>();
    int size = Math.min(4, words.size());
    for (int i = 0; size > 0 && i + size <= words.size(); i++) {
      shingles.merge(List.copyOf(words.subList(i, i + size)), 1, Integer::sum);
    }
    return shingles;
  }
}
