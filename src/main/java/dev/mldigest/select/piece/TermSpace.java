package dev.mldigest.select.piece;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * TF-IDF vectors of unit length over one batch of texts. The weight of a term is ln((n + 50) /
 * documents with it): nearly even in a small batch, where frequencies mean little, and close to
 * nothing for the stock phrases of a large one.
 */
public final class TermSpace {
  /** See above: about the size of a batch below which rarity means little. */
  private static final double SMOOTHING = 50;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Map<Integer, Double>> counts = new ArrayList<>();
  private int[] documents = new int[1024];

  /** How many terms the texts have. */
  public int size() {
    return numbers.size();
  }

  /** Adds a text given as terms with their counts, already damped. Returns its place. */
  public int add(Map<String, Double> terms) {
    Map<Integer, Double> numbered = HashMap.newHashMap(terms.size());
    terms.forEach((term, count) -> {
      int number = numbers.computeIfAbsent(term, t -> numbers.size());
      if (number == documents.length) {
        documents = java.util.Arrays.copyOf(documents, documents.length * 2);
      }
      documents[number]++;
      numbered.put(number, count);
    });
    counts.add(numbered);
    return counts.size() - 1;
  }

  /** Vectors of all texts added, in order. */
  public List<SparseVector> vectors() {
    return vectors(terms -> 1);
  }

  /**
   * Vectors of all texts added, in order.
   *
   * @param power of the terms' rarity for a text of so many terms
   */
  public List<SparseVector> vectors(IntToDoubleFunction power) {
    List<SparseVector> vectors = new ArrayList<>(counts.size());
    for (Map<Integer, Double> count : counts) {
      double exponent = power.applyAsDouble(count.size());
      Map<Integer, Double> weights = HashMap.newHashMap(count.size());
      count.forEach((term, damped) -> weights.put(term, damped * Math.pow(idf(term), exponent)));
      vectors.add(SparseVector.of(weights).unit());
    }
    return vectors;
  }

  /** The terms of a text that at most this share of all texts has, or at most ten texts. */
  public Set<Integer> rare(int text, double share) {
    double most = Math.max(10, share * counts.size());
    return counts.get(text).keySet().stream()
        .filter(term -> documents[term] <= most)
        .collect(Collectors.toUnmodifiableSet());
  }

  private double idf(int term) {
    return Math.log((counts.size() + SMOOTHING) / documents[term]);
  }
}
