package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How a sentence hangs on its neighbours: what must not be torn out of its text alone. */
final class Discourse {
  private static final Set<String> POINTERS = WordList.read("/summarise/pointers.txt").words();
  private static final List<String> TURNS = WordList.read("/summarise/turns.txt").lines();

  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/discourse.txt").named();

  /** "This paper" and the like point at the whole text, which the reader does see. */
  private static final Set<String> THE_TEXT_ITSELF = words("the text itself");

  /** "That" points at something only behind these: "of that gain". */
  private static final Set<String> LEADING_TO_THAT = words("leading to that");

  private static final Set<String> DEMONSTRATIVES = words("demonstrative");

  /** Prepositions that open the cases of a comparison. */
  private static final Set<String> CASES = words("case");

  private static final Set<String> PRONOUNS = words("pronoun");

  /** "In matching they are not": farther on, the sentence may have named what it means. */
  private static final int OPENING_WORDS = 3;

  private Discourse() {}

  private static Set<String> words(String name) {
    return Set.copyOf(Objects.requireNonNull(CLASSES.get(name), name));
  }

  /** True if the sentence speaks of something that only the sentences before it name. */
  static boolean pointsBack(String sentence) {
    List<String> words = Words.of(sentence.toLowerCase(Locale.ROOT));
    if (opensWithPronoun(words)) {
      return true;
    }
    Set<String> said = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean known = THE_TEXT_ITSELF.contains(next) || said.contains(Words.root(next));
      if (!known && (i == 0 ? POINTERS.contains(words.get(0)) : pointsAt(words, i))) {
        return true;
      }
      said.add(Words.root(words.get(i)));
    }
    return false;
  }

  private static boolean opensWithPronoun(List<String> words) {
    return !words.isEmpty()
        && CASES.contains(words.getFirst())
        && words.stream().limit(OPENING_WORDS).anyMatch(PRONOUNS::contains);
  }

  /** "These gains", "such a cache", "of that gain": a thing that must have been named before. */
  private static boolean pointsAt(List<String> words, int at) {
    return DEMONSTRATIVES.contains(words.get(at))
        || (words.get(at).equals("that") && LEADING_TO_THAT.contains(words.get(at - 1)));
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
