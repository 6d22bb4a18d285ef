package dev.mldigest.summarise.offline;

import dev.mldigest.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much a sentence of a text speaks of what the text introduced before it: "the plan" where "a
 * plan" was told of earlier, a name that was explained earlier. Whoever reads the sentence alone
 * has not met them. Linear in the text.
 */
final class Leaning {
  /** "A detailed plan", "our new plan": up to two words between. */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "\\b(?:an?|our|its|new|called|named) ((?:[\\p{L}\\p{N}-]+ ){0,2}[\\p{L}\\p{N}-]+)");

  private static final Pattern DEFINITE =
      Pattern.compile("\\b[Tt]he ([\\p{Ll}-]+)(?: ([\\p{Ll}-]+))?");

  /** A name that is an everyday word but for its capital: not of one who is known anyhow. */
  private static final Pattern NAME =
      Pattern.compile("\\b\\p{Lu}[\\p{Ll}]{2,}(?:[\\p{Lu}\\d][\\w.-]*)?\\b");

  /** "The size of", "the plan that": which is said behind it. */
  private static final Set<String> SAID_BEHIND =
      Set.of("of", "that", "which", "who", "where", "for", "to", "behind", "from", "between");

  private final List<String> sentences;
  private final Map<String, Integer> introduced = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();

  /** A capital or a figure inside a word: mostly what was made. */
  private static final Pattern MADE =
      Pattern.compile(
          "\\b\\p{L}[\\p{L}-]*(?:\\p{Lu}|\\d)[\\p{L}\\p{N}.-]*\\b|\\b\\p{Lu}{3,}\\b|\\b\\p{Lu}\\p{L}+(?="
              + " v?\\d)");

  /** What a title names by a word that is spelt as no other. */
  static Set<String> names(String title) {
    return MADE.matcher(title)
        .results()
        .map(MatchResult::group)
        .filter(name -> !Abbreviations.isKnown(name.replaceFirst("s$", "")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** True if one of the names stands there, not what it has. */
  static boolean isNamed(Set<String> names, String sentence) {
    return names.stream()
        .anyMatch(name -> sentence.replace('’', '\'').replace(name + "'", "").contains(name));
  }

  Leaning(List<String> sentences) {
    this.sentences = List.copyOf(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      int at = i;
      Matcher thing = INTRODUCED.matcher(sentences.get(i).toLowerCase(Locale.ROOT));
      while (thing.find()) {
        Words.roots(thing.group(1)).forEach(root -> introduced.putIfAbsent(root, at));
      }
      Matcher name = NAME.matcher(sentences.get(i));
      while (name.find()) {
        named.putIfAbsent(name.group(), i);
      }
    }
  }

  /**
   * How many things it takes as known that were introduced before it, outside what is read.
   *
   * @param known roots of the words that the reader has read
   */
  int of(int sentence, Set<String> known) {
    String text = sentences.get(sentence);
    int leans = 0;
    Matcher definite = DEFINITE.matcher(text);
    while (definite.find()) {
      String behind = text.substring(definite.end()).strip().split("\\W+", 2)[0];
      String second = definite.group(2) == null ? "" : definite.group(2);
      if (!SAID_BEHIND.contains(behind)
          && !SAID_BEHIND.contains(second)
          && isEarlier(introduced, Words.root(definite.group(1)), sentence, known)) {
        leans++;
      }
    }
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      boolean opens = name.start() == 0 && !Words.carries(name.group().toLowerCase(Locale.ROOT));
      boolean first = opens || named.getOrDefault(name.group(), sentence) >= sentence;
      leans += !first && !known.contains(Words.root(name.group().toLowerCase(Locale.ROOT))) ? 1 : 0;
    }
    return leans;
  }

  private static boolean isEarlier(
      Map<String, Integer> first, String root, int sentence, Set<String> known) {
    return first.getOrDefault(root, sentence) < sentence && !known.contains(root);
  }
}
