package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a sentence hangs on its neighbours: what must not be torn out of its text alone. Linear in
 * the sentence.
 */
final class Discourse {
  private static final Set<String> POINTERS = WordList.read("/summarise/pointers.txt").words();
  private static final List<String> TURNS = WordList.read("/summarise/turns.txt").lines();
  private static final Set<String> LIMITS = WordList.read("/summarise/limits.txt").words();
  private static final List<Pattern> LOOSE = forms("loose");
  private static final List<Pattern> TORN = forms("torn");

  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/discourse.txt").named();

  /** "This paper" and the like point at the whole text, which the reader does see. */
  private static final Set<String> THE_TEXT_ITSELF = words("the text itself");

  /** "That" points at something only behind these: "of that gain". */
  private static final Set<String> LEADING_TO_THAT = words("leading to that");

  private static final Set<String> DEMONSTRATIVES = words("demonstrative");

  /** "Those who …", "such as …": what is meant follows. */
  private static final Set<String> CLOSING = words("closing a demonstrative");

  /** Prepositions that open the cases of a comparison. */
  private static final Set<String> CASES = words("case");

  private static final Set<String> PRONOUNS = words("pronoun");

  /** "The method reaches …": nouns that name nothing unless something named it before. */
  private static final Set<String> HEADS = words("head");

  private static final Set<String> VERBS = words("verb");

  // Words behind "this" that may tell what is meant, and so many of them do.
  private static final int NAMED_AFTER = 4;
  private static final int FEWEST_NAMED = 2;

  /** "In matching they are not": farther on, the sentence may have named what it means. */
  private static final int OPENING_WORDS = 3;

  /** Words: farther on, the sentence has mostly named the company or the model it means. */
  private static final int NAMED_BY_THEN = 8;

  private Discourse() {}

  private static Set<String> words(String name) {
    return Set.copyOf(Objects.requireNonNull(CLASSES.get(name), name));
  }

  private static List<Pattern> forms(String name) {
    List<Pattern> forms = new ArrayList<>();
    for (String line : WordList.read("/summarise/standing.txt").lines()) {
      String[] parts = line.split("\t", 2);
      if (parts[0].equals(name)) {
        forms.add(Pattern.compile(parts[1]));
      }
    }
    return List.copyOf(forms);
  }

  /** True if no neighbour mends it: it points at a figure or a place on the page, or is a piece. */
  static boolean isTorn(String sentence) {
    String low = lower(sentence);
    return TORN.stream().anyMatch(form -> form.matcher(low).find());
  }

  /** True if the sentence speaks of something that only the sentences before it name. */
  static boolean pointsBack(String sentence) {
    return pointsBack(sentence, Set.of());
  }

  /**
   * True if the sentence speaks of something that only the sentences before it name.
   *
   * @param known roots of the words that the reader has read before it
   */
  static boolean pointsBack(String sentence, Set<String> known) {
    String low = lower(sentence);
    if (LOOSE.stream().anyMatch(form -> form.matcher(low).find())) {
      return true;
    }
    List<String> words = Words.of(low);
    if (opensWithPronoun(words)) {
      return true;
    }
    Set<String> said = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if ((demonstrates(words, i, said) && !(i == 0 && names(words, known)))
          || isBareHead(words, i, said, known)) {
        return true;
      }
      said.add(Words.root(words.get(i)));
    }
    return false;
  }

  private static String lower(String sentence) {
    return sentence.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  private static boolean opensWithPronoun(List<String> words) {
    return !words.isEmpty()
        && CASES.contains(words.getFirst())
        && words.stream().limit(OPENING_WORDS).anyMatch(PRONOUNS::contains);
  }

  /** "This owl counter" under a title that speaks of a counter of owls. */
  private static boolean names(List<String> words, Set<String> known) {
    return Set.of("this", "these").contains(words.getFirst())
        && words.stream()
                .skip(1)
                .limit(NAMED_AFTER)
                .takeWhile(word -> !VERBS.contains(word))
                .filter(word -> known.contains(Words.root(word)))
                .count()
            >= FEWEST_NAMED;
  }

  private static boolean demonstrates(List<String> words, int at, Set<String> said) {
    String next = word(words, at + 1);
    boolean known =
        THE_TEXT_ITSELF.contains(next)
            || (at == 0 && THE_TEXT_ITSELF.contains(word(words, 2)))
            || said.contains(Words.root(next))
            || (DEMONSTRATIVES.contains(words.get(at)) && CLOSING.contains(next));
    return !known && (at == 0 ? POINTERS.contains(words.getFirst()) : pointsAt(words, at));
  }

  /** "These gains", "such a cache", "of that gain": a thing that must have been named before. */
  private static boolean pointsAt(List<String> words, int at) {
    return DEMONSTRATIVES.contains(words.get(at))
        || (words.get(at).equals("that")
            && LEADING_TO_THAT.contains(words.get(at - 1))
            && !VERBS.contains(word(words, at + 1)));
  }

  /** "The model is", "the new system reaches": of what follows nothing says which. */
  private static boolean isBareHead(
      List<String> words, int at, Set<String> said, Set<String> known) {
    if (!HEADS.contains(words.get(at)) || at == 0 || at > NAMED_BY_THEN) {
      return false;
    }
    boolean definite =
        words.get(at - 1).equals("the")
            || (at > 1 && words.get(at - 2).equals("the") && isPlain(words.get(at - 1)));
    String root = Words.root(words.get(at));
    String next = word(words, at + 1);
    boolean ends = next.isEmpty() || VERBS.contains(next) || isThirdPerson(next);
    return definite && ends && !said.contains(root) && !known.contains(root);
  }

  /** An adjective that tells none from another: "the new", "the resulting". */
  private static boolean isPlain(String word) {
    return Set.of("new", "resulting", "proposed", "same", "whole", "entire", "final", "first")
        .contains(word);
  }

  /** "The method reaches": a noun of a compound has no -s. */
  private static boolean isThirdPerson(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !HEADS.contains(word);
  }

  /** A noun that names nothing by itself: "method". */
  static boolean isHead(String word) {
    return HEADS.contains(word);
  }

  /** A verb that says of one what it is, does or did, as far as its form tells. */
  static boolean isVerb(String word) {
    return VERBS.contains(word) || isThirdPerson(word) || Agreement.isPast(word);
  }

  private static String word(List<String> words, int at) {
    return at < words.size() ? words.get(at) : "";
  }

  /**
   * True if {@code next} takes back, limits or sets a contrast to the sentence before it: "but …",
   * or "on benchmarks …" and then "on our traffic … not …".
   */
  static boolean turns(String sentence, String next) {
    String lower = next.strip().toLowerCase(Locale.ROOT);
    return TURNS.stream().anyMatch(lower::startsWith)
        || lower.contains(", however,")
        || (areCases(sentence, next) && Words.of(lower).stream().anyMatch(LIMITS::contains));
  }

  private static boolean areCases(String sentence, String next) {
    String opening = opening(sentence);
    return CASES.contains(opening) && opening.equals(opening(next));
  }

  private static String opening(String sentence) {
    return sentence.strip().split(" ", 2)[0].toLowerCase(Locale.ROOT);
  }
}
