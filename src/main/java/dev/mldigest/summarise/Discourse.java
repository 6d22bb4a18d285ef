package dev.mldigest.summarise;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a sentence hangs on its neighbours: what must not be torn out of its text alone. */
final class Discourse {
  private static final Set<String> POINTERS = WordList.read("pointers.txt").all();
  private static final List<String> TURNS = WordList.read("turns.txt").lines();

  /** "This paper" and the like point at the whole text, which the reader does see. */
  private static final Set<String> THE_TEXT_ITSELF =
      Set.of(
          "paper", "post", "article", "work", "study", "report", "survey", "episode", "talk",
          "release", "week");

  /**
   * Words that point at something only where another word follows: "this shift", "such a cache".
   */
  private static final Set<String> DEMONSTRATIVES = Set.of("this", "these", "those", "such");

  /** Prepositions that open the cases of a comparison. */
  private static final Set<String> CASES =
      Set.of(
          "on", "in", "for", "with", "without", "at", "under", "when", "where", "after", "before");

  private static final int OPENING = 8;

  private Discourse() {}

  /** True if the sentence speaks of something that only the sentences before it name. */
  static boolean pointsBack(String sentence) {
    List<String> words = Words.of(sentence.toLowerCase(Locale.ROOT));
    for (int i = 0; i < Math.min(OPENING, words.size()); i++) {
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean first = i == 0 && POINTERS.contains(words.get(0));
      boolean later = DEMONSTRATIVES.contains(words.get(i));
      if ((first || later) && !THE_TEXT_ITSELF.contains(next)) {
        return true;
      }
    }
    return false;
  }

  /**
   * True if {@code next} takes back, limits or sets a contrast to the sentence before it: "but …",
   * or "on benchmarks …" and then "on our traffic …".
   */
  static boolean turns(String sentence, String next) {
    String lower = next.strip().toLowerCase(Locale.ROOT);
    return TURNS.stream().anyMatch(lower::startsWith)
        || lower.contains(", however,")
        || areCases(sentence, next);
  }

  private static boolean areCases(String sentence, String next) {
    String opening = opening(sentence);
    return CASES.contains(opening) && opening.equals(opening(next));
  }

  private static String opening(String sentence) {
    return sentence.strip().split(" ", 2)[0].toLowerCase(Locale.ROOT);
  }
}
