package dev.mldigest.select.story.same;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a title says was done, as far as another title can say the opposite: "released" is not
 * "jailbroken", "beats" is not "loses to", "is not open" is not "is open". A claim is its subject
 * after a {@code +} or a {@code -}: the line of {@code opposites.txt}, or a word that one title
 * negates.
 */
final class Claims {
  private static final Set<String> NEGATIONS = WordList.read("/select/negations.txt").set();

  /** The sides that a term stands on. */
  private static final Map<String, List<String>> SIDES = sides();

  private Claims() {}

  private static Map<String, List<String>> sides() {
    Map<String, List<String>> sides = new HashMap<>();
    int line = 0;
    for (String opposites : WordList.read("/select/opposites.txt").set()) {
      int bar = opposites.indexOf('|');
      put(sides, "+" + line, opposites.substring(0, bar));
      put(sides, "-" + line++, opposites.substring(bar + 1));
    }
    return sides;
  }

  private static void put(Map<String, List<String>> sides, String claim, String words) {
    Words.stems(words)
        .forEach(term -> sides.computeIfAbsent(term, t -> new ArrayList<>()).add(claim));
  }

  static Set<String> of(String title) {
    Set<String> claims = new HashSet<>();
    boolean negated = false;
    for (String word :
        title.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{N}']+")) {
      if (NEGATIONS.contains(word) || word.endsWith("n't")) {
        negated = true;
        continue;
      }
      for (String term : Words.stems(word)) { // none for a function word
        claims.add((negated ? "-" : "+") + term);
        if (!negated) {
          claims.addAll(SIDES.getOrDefault(term, List.of()));
        }
        negated = false;
      }
    }
    return claims;
  }

  /** True if one says of something only that it is so, the other only that it is not. */
  static boolean contradict(Set<String> a, Set<String> b) {
    return denies(a, b) || denies(b, a);
  }

  /**
   * True if {@code a} turns around, and nowhere says, what {@code b} says and never turns around.
   */
  private static boolean denies(Set<String> a, Set<String> b) {
    for (String claim : a) {
      if (claim.charAt(0) == '-') {
        String said = "+" + claim.substring(1);
        if (b.contains(said) && !a.contains(said) && !b.contains(claim)) {
          return true;
        }
      }
    }
    return false;
  }
}
