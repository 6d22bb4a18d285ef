package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Opposites: {@code directions.txt} has two groups of words a line, parted by {@code |}; the words
 * of a group say much the same, those of the other the contrary.
 */
final class Directions {
  private record Pair(Set<String> one, Set<String> other) {}

  private final List<Pair> pairs = new ArrayList<>();

  Directions() {
    for (String line : WordList.read("directions.txt").lines()) {
      String[] sides = line.split("\\|", 2);
      pairs.add(new Pair(stems(sides[0]), stems(sides[1])));
    }
  }

  private static Set<String> stems(String words) {
    return Set.copyOf(List.of(words.strip().split("\\s+")).stream().map(Words::stem).toList());
  }

  /**
   * True if the span says the contrary of {@code stem} and neither it nor any word of its own
   * group.
   */
  boolean contradicts(String stem, Set<String> span) {
    if (span.contains(stem)) {
      return false;
    }
    boolean contrary = false;
    for (Pair pair : pairs) {
      for (boolean swap : new boolean[] {false, true}) {
        Set<String> own = swap ? pair.other() : pair.one();
        Set<String> opposite = swap ? pair.one() : pair.other();
        if (own.contains(stem)) {
          if (own.stream().anyMatch(span::contains)) {
            return false;
          }
          contrary |= opposite.stream().anyMatch(span::contains);
        }
      }
    }
    return contrary;
  }
}
