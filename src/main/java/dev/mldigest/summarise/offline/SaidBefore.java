package dev.mldigest.summarise.offline;

import dev.mldigest.text.Words;
import java.util.List;
import java.util.Set;

/** Tells a sentence that says again what was said, by the roots of its words. */
final class SaidBefore {
  /** Share of a sentence's roots that an earlier choice may already have said. */
  private static final double TOO_ALIKE = 0.6;

  /** Share of the roots of the shorter of two sentences with figures. */
  private static final double SAME_MEASURE = 0.45;

  private SaidBefore() {}

  /**
   * @param said roots
   */
  static boolean is(String sentence, Set<String> said) {
    List<String> roots = Words.roots(sentence);
    return roots.stream().filter(said::contains).count() > TOO_ALIKE * roots.size();
  }

  /** "50% less latency" and "40% less latency in tests" of the same thing. */
  static boolean isOfTheSame(String measure, String other) {
    Set<String> one = Set.copyOf(Words.roots(measure));
    Set<String> another = Set.copyOf(Words.roots(other));
    return one.stream().filter(another::contains).count()
        >= SAME_MEASURE * Math.min(one.size(), another.size());
  }
}
