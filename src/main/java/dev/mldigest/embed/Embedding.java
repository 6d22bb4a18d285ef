package dev.mldigest.embed;

/**
 * The direction of a text's meaning, in steps small enough to be stored: each number is a whole one
 * from -127 to 127, the largest of a text being at one of the ends. Cosines differ from those of
 * the model's own numbers by less than 0.01.
 */
public final class Embedding {
  private static final int LARGEST = Byte.MAX_VALUE;

  private final byte[] steps;
  private final double length;

  private Embedding(byte[] steps) {
    this.steps = steps;
    double square = 0;
    for (byte step : steps) {
      square += step * step;
    }
    this.length = Math.sqrt(square);
  }

  /** Of any length but 0. */
  public static Embedding of(float[] vector) {
    double largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(largest == 0 ? 0 : LARGEST * vector[i] / largest);
    }
    return new Embedding(steps);
  }

  /** As {@link #bytes} gave it. */
  public static Embedding stored(byte[] bytes) {
    return new Embedding(bytes.clone());
  }

  public byte[] bytes() {
    return steps.clone();
  }

  /** False where nothing is known of what a text means. */
  public boolean hasDirection() {
    return length > 0;
  }

  /** As numbers, of length 1; zeros where it has no direction. */
  public float[] unit() {
    float[] unit = new float[steps.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length == 0 ? 0 : (float) (steps[i] / length);
    }
    return unit;
  }

  /** How alike two are: -1 to 1; 0 where one of them has no direction or another size. */
  public double cosine(Embedding other) {
    if (steps.length != other.steps.length || length == 0 || other.length == 0) {
      return 0;
    }
    int dot = 0; // 384 products of at most 127 squared
    for (int i = 0; i < steps.length; i++) {
      dot += steps[i] * other.steps[i];
    }
    return dot / (length * other.length);
  }
}
