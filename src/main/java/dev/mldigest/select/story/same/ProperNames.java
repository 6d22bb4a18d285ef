package dev.mldigest.select.story.same;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names in a text: words with a capital inside a sentence that the text nowhere writes small.
 * Abbreviations of capitals only do not count: a field shares its own (EEG, LLM). Two reports of
 * one event share the names of those it happened to; two papers of one field share few.
 */
final class ProperNames {
  /** A text's lead has its names; bounds hostile inputs. */
  private static final int LEAD = 12_000;

  private ProperNames() {}

  /** Whether a text's letters are mostly of a script that has small and capital ones. */
  static boolean tellsIn(String text) {
    int letters = 0;
    int cased = 0;
    for (int i = 0; i < Math.min(text.length(), LEAD); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        cased += Character.isLowerCase(c) || Character.isUpperCase(c) ? 1 : 0;
      }
    }
    return 2 * cased >= letters;
  }

  /** The names in small letters. */
  static Set<String> in(String text) {
    Set<String> names = new HashSet<>();
    Set<String> small = new HashSet<>();
    int end = Math.min(text.length(), LEAD);
    boolean first = true;
    for (int i = 0; i < end; ) {
      char c = text.charAt(i);
      int start = i++;
      if (!Character.isLetterOrDigit(c)) {
        first |= ".!?:\n\"“”".indexOf(c) >= 0;
        continue;
      }
      boolean lower = false;
      while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
        lower |= Character.isLowerCase(text.charAt(i++));
      }
      String word = text.substring(start, i);
      if (Character.isLowerCase(c)) {
        small.add(word);
      } else if (lower && !first && Character.isUpperCase(c)) {
        names.add(word.toLowerCase(Locale.ROOT));
      }
      first = false;
    }
    names.removeAll(small);
    return names;
  }
}
