package dev.mldigest.lab.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param set the corpus it was measured on
 * @param target what it should reach, or null where the set is too small to set one
 * @param atMost true if lower is better
 * @param of how many things were measured
 */
public record Figure(
    String name, String set, double value, @Nullable Double target, boolean atMost, int of) {
  static Figure atLeast(String name, String set, double value, @Nullable Double target, int of) {
    return new Figure(name, set, value, target, false, of);
  }

  static Figure atMost(String name, String set, double value, @Nullable Double target, int of) {
    return new Figure(name, set, value, target, true, of);
  }

  /** Whether the target is met; null without one. */
  public @Nullable Boolean met() {
    if (target == null) {
      return null;
    }
    return atMost ? value <= target : value >= target;
  }
}
