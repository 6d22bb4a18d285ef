package dev.mldigest.select;

import java.util.Map;
import java.util.TreeMap;

/** A vector of few terms, ordered by term; immutable by convention of this package. */
record SparseVector(int[] terms, float[] weights) {

  static SparseVector of(Map<Integer, Double> entries) {
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

  double dot(SparseVector other) {
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

  SparseVector plus(SparseVector other) {
    int[] t = new int[terms.length + other.terms.length];
    float[] w = new float[t.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < terms.length || j < other.terms.length) {
      boolean left = j == other.terms.length || i < terms.length && terms[i] <= other.terms[j];
      boolean right = i == terms.length || j < other.terms.length && other.terms[j] <= terms[i];
      t[n] = left ? terms[i] : other.terms[j];
      w[n++] = (left ? weights[i++] : 0) + (right ? other.weights[j++] : 0);
    }
    return new SparseVector(java.util.Arrays.copyOf(t, n), java.util.Arrays.copyOf(w, n));
  }

  SparseVector times(double factor) {
    float[] scaled = new float[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (weights[i] * factor);
    }
    return new SparseVector(terms, scaled);
  }

  /** The same direction at length 1; the zero vector stays as it is. */
  SparseVector unit() {
    double norm = Math.sqrt(dot(this));
    return norm == 0 ? this : times(1 / norm);
  }
}
