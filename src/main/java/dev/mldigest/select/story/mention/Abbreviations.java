package dev.mldigest.select.story.mention;

import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a field writes short, learned from texts that define it, "Tree of Thoughts (ToT)": with it,
 * "large language models" and "LLMs" are the same term. Depends on no order of the texts.
 */
final class Abbreviations {
  /** Texts that must define an abbreviation alike. */
  private static final int LEAST = 5;

  /** The share of an abbreviation's definitions that must mean the same. */
  private static final double MOSTLY = 0.6;

  /** One letter is a variable. */
  private static final int SHORTEST = 2;

  /** Longer ones are mostly names of systems, which stand for themselves. */
  private static final int LONGEST = 6;

  /** How far before the parenthesis the long form may begin. */
  private static final int REACH = 120;

  private final Map<String, String> shortOf = new HashMap<>();
  private final Set<String> firsts = new HashSet<>();

  private Abbreviations(Map<String, Map<String, Integer>> definitions) {
    Map<String, Integer> seen = new HashMap<>();
    definitions.forEach((abbreviation, meanings) -> {
      int all = meanings.values().stream().mapToInt(Integer::intValue).sum();
      meanings.forEach((meaning, count) -> {
        if (count >= LEAST && count >= MOSTLY * all && count > seen.getOrDefault(meaning, 0)) {
          seen.put(meaning, count);
          shortOf.put(meaning, abbreviation);
          firsts.add(meaning.substring(0, meaning.indexOf(' ')));
        }
      });
    });
  }

  static Abbreviations of(List<String> texts) {
    Map<String, Map<String, Integer>> definitions = new TreeMap<>();
    for (String text : texts) {
      definitions(text)
          .forEach((meaning, abbreviation) ->
              definitions
                  .computeIfAbsent(abbreviation, a -> new TreeMap<>())
                  .merge(meaning, 1, Integer::sum));
    }
    return new Abbreviations(definitions);
  }

  /** The terms with each known long form written short; the longest form first. */
  List<String> fold(List<String> terms) {
    List<String> folded = new ArrayList<>(terms.size());
    for (int i = 0; i < terms.size(); ) {
      int length = firsts.contains(terms.get(i)) ? Math.min(LONGEST, terms.size() - i) : 1;
      String written = terms.get(i);
      for (; length > 1; length--) {
        String known = shortOf.get(String.join(" ", terms.subList(i, i + length)));
        if (known != null) {
          written = known;
          break;
        }
      }
      folded.add(written);
      i += length;
    }
    return folded;
  }

  private static Map<String, String> definitions(String text) {
    Map<String, String> found = new HashMap<>();
    for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
      String letters = capitals(text, at + 1);
      String meaning = letters.isEmpty() ? "" : meaning(text, at, letters);
      if (meaning.indexOf(' ') > 0) {
        found.put(meaning, letters);
      }
    }
    return found;
  }

  /** The capitals that stand alone in a parenthesis, plural or not, in lower case; else none. */
  private static String capitals(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from <= LONGEST
        && text.charAt(end) >= 'A'
        && text.charAt(end) <= 'Z') {
      end++;
    }
    int close = end < text.length() && text.charAt(end) == 's' ? end + 1 : end;
    boolean alone = close < text.length() && text.charAt(close) == ')';
    boolean fits = end - from >= SHORTEST && end - from <= LONGEST;
    return alone && fits ? text.substring(from, end).toLowerCase(Locale.ROOT) : "";
  }

  /** The terms of the words before a parenthesis that begin with these letters, or nothing. */
  private static String meaning(String text, int end, String letters) {
    List<String> words = Words.split(text.substring(Math.max(0, end - REACH), end));
    if (words.size() < letters.length()) {
      return "";
    }
    List<String> last = words.subList(words.size() - letters.length(), words.size());
    for (int i = 0; i < letters.length(); i++) {
      if (Character.toLowerCase(last.get(i).charAt(0)) != letters.charAt(i)) {
        return "";
      }
    }
    return String.join(" ", Words.stems(String.join(" ", last)));
  }
}
