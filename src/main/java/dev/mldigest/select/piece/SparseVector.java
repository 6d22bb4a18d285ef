package dev.mldigest.select.piece;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A vector of few terms, ordered by term; immutable. */
public final class SparseVector {
  private final int[] terms;
  private final float[] weights;

  private SparseVector(int[] terms, float[] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** How many terms it has. */
  public int size() {
    return terms.length;
  }

  /** One more than its highest term. */
  public int bound() {
    return terms.length == 0 ? 0 : terms[terms.length - 1] + 1;
  }

  public int term(int place) {
    return terms[place];
  }

  public float weight(int place) {
    return weights[place];
  }

  public boolean has(int term) {
    return Arrays.binarySearch(terms, term) >= 0;
  }

  /** The places of its heaviest terms, heaviest first. */
  public int[] heaviest(int most) {
    return heaviest(most, Integer.MAX_VALUE);
  }

  /** The same of its terms below this one. */
  public int[] heaviest(int most, int below) {
    return IntStream.range(0, terms.length)
        .filter(place -> terms[place] < below)
        .boxed()
        .sorted((a, b) -> Float.compare(weights[b], weights[a]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  public static SparseVector of(Map<Integer, Double> entries) {
    TreeMap<Integer, Double> sorted = new TreeMap<>(entries);
    int[] terms = new int[sorted.size()];
    float[] weights = new float[sorted.size()];
    int i = 0;
    for (Map.Entry<Integer, Double> entry : sorted.entrySet()) {
      terms[i] = entry.getKey();
      weights[i++] = entry.getValue().floatValue();
    }
    return new SparseVector(terms, weights);
  }

  public double dot(SparseVector other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      if (terms[i] == other.terms[j]) {
        sum += (double) weights[i++] * other.weights[j++];
      } else if (terms[i] < other.terms[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  public SparseVector plus(SparseVector other) {
    int[] t = new int[terms.length + other.terms.length];
    float[] w = new float[t.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < terms.length || j < other.terms.length) {
      boolean left = j == other.terms.length || (i < terms.length && terms[i] <= other.terms[j]);
      boolean right = i == terms.length || (j < other.terms.length && other.terms[j] <= terms[i]);
      t[n] = left ? terms[i] : other.terms[j];
      w[n++] = (left ? weights[i++] : 0) + (right ? other.weights[j++] : 0);
    }
    return new SparseVector(Arrays.copyOf(t, n), Arrays.copyOf(w, n));
  }

  public SparseVector times(double factor) {
    float[] scaled = new float[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (weights[i] * factor);
    }
    return new SparseVector(terms, scaled);
  }

  public void addTerms(Set<Integer> to) {
    for (int term : terms) {
      to.add(term);
    }
  }

  /**
   * With another vector beside it, of unit length as it is itself.
   *
   * @param first number of the other's first term, above all its own
   * @param share of the other in products of two such vectors
   */
  public SparseVector beside(float[] other, int first, double share) {
    float own = (float) Math.sqrt(1 - share);
    float others = (float) Math.sqrt(share);
    int[] t = Arrays.copyOf(terms, terms.length + other.length);
    float[] w = Arrays.copyOf(weights, t.length);
    for (int i = 0; i < t.length; i++) {
      boolean isOwn = i < terms.length;
      t[i] = isOwn ? terms[i] : first + i - terms.length;
      w[i] = isOwn ? own * weights[i] : others * other[i - terms.length];
    }
    return new SparseVector(t, w);
  }

  /** The same direction at length 1; the zero vector stays as it is. */
  public SparseVector unit() {
    double norm = Math.sqrt(dot(this));
    return norm == 0 ? this : times(1 / norm);
  }
}
