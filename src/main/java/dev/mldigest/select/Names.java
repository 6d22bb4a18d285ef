package dev.mldigest.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which words of a batch are names: those nearly always written with a capital where a sentence
 * does not ask for one, and rare enough to tell stories apart. Counted over the whole batch, so
 * headlines in title case do not mislead while others are in sentence case.
 */
final class Names {
  private static final double CAPITAL_SHARE = 0.8;

  /** A name in more of the batch than this says no more than its field does. */
  private static final double COMMON_SHARE = 0.08;

  private static final int COMMON_LEAST = 20;

  /** As much of a text as {@link Words} reads. */
  private static final int MOST_CHARS = 40_000;

  private final Map<String, int[]> cases = new HashMap<>();
  private final Map<String, Integer> documents = new HashMap<>();
  private final List<Set<String>> seen = new ArrayList<>();

  Names(List<Piece> pieces) {
    for (Piece piece : pieces) {
      Set<String> terms = new HashSet<>();
      count(piece.title(), terms);
      count(bounded(piece.text()), terms);
      terms.forEach(term -> documents.merge(term, 1, Integer::sum));
      seen.add(terms);
    }
  }

  private static String bounded(String text) {
    return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
  }

  private void count(String text, Set<String> capitals) {
    boolean initial = true;
    for (String sentence : text.split("(?<=[.!?:])\\s+|\\n")) {
      for (String word : Words.split(sentence)) {
        boolean capital = Character.isUpperCase(word.charAt(0));
        String term = Words.stem(word.toLowerCase(Locale.ROOT));
        if (!initial) {
          cases.computeIfAbsent(term, t -> new int[2])[capital ? 1 : 0]++;
        }
        if (capital && word.length() > 1) {
          capitals.add(term);
        }
        initial = false;
      }
      initial = true;
    }
  }

  /** The names in the piece that was given at this place. */
  Set<String> of(int place) {
    Set<String> names = new HashSet<>();
    for (String term : seen.get(place)) {
      int[] count = cases.getOrDefault(term, new int[2]);
      int most = (int) Math.max(COMMON_LEAST, COMMON_SHARE * seen.size());
      if (count[1] > 0
          && count[1] >= CAPITAL_SHARE * (count[0] + count[1])
          && documents.getOrDefault(term, 0) <= most) {
        names.add(term);
      }
    }
    return names;
  }
}
