package dev.mldigest.extract.body.feature;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of one block, a column each, while they are written. */
final class FeatureRow {
  /** Logarithms of most lengths and counts, so that none is taken twice. */
  private static final double[] LOGS = IntStream.range(0, 1024).mapToDouble(Math::log1p).toArray();

  private float[] values = new float[128];
  private int size;

  void clear() {
    size = 0;
  }

  float[] values() {
    return values;
  }

  void add(boolean value) {
    add(value ? 1 : 0);
  }

  void add(double value) {
    grow(1);
    values[size++] = (float) value;
  }

  void add(float[] more) {
    grow(more.length);
    System.arraycopy(more, 0, values, size, more.length);
    size += more.length;
  }

  private void grow(int by) {
    if (size + by > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, size + by));
    }
  }

  static double log1p(int count) {
    return count < LOGS.length ? LOGS[count] : Math.log(1.0 + count);
  }

  /** Of the whole, or of an ordinary page where the whole is more: -1 to 1. */
  static double share(long part, long whole, int ordinary) {
    double share = part / (double) Math.max(1, Math.min(whole, ordinary));
    return Math.max(-1, Math.min(1, share));
  }
}
