package dev.mldigest.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a text may be cut: between words, and never within what shows as one letter, in every
 * script. Reads little more than the text up to the cut.
 */
public final class TextCut {
  /** No word of any language that is told apart by blanks is longer; longer runs are cut within. */
  private static final int LONGEST_WORD = 60;

  private TextCut() {}

  /**
   * The front of a text up to a whole word, without blanks at its end.
   *
   * @param most characters, at least 1
   */
  public static String front(String text, int most) {
    return text.length() <= most ? text : text.substring(0, end(text, most)).stripTrailing();
  }

  /** Where {@link #front} ends. */
  private static int end(String text, int most) {
    int from = Math.max(0, most - LONGEST_WORD);
    int blank = most;
    while (blank > from && !Character.isWhitespace(text.charAt(blank))) {
      blank--;
    }
    boolean unspaced = isUnspaced(text, blank, most);
    if (blank > from && !unspaced) {
      return blank;
    }
    // A window around the cut is enough: neither words nor letters look farther.
    int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    String window = text.substring(start, Math.min(text.length(), most + LONGEST_WORD));
    int end = unspaced ? new WordBreaks().before(window, most - start) : 0;
    return start + (end > 0 ? end : wholeLetters(window, most - start));
  }

  /** Whether a sign of a script without blanks stands there. */
  private static boolean isUnspaced(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (TextLength.quarters(text.charAt(i)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static int wholeLetters(String window, int most) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(window);
    int end = letters.isBoundary(most) ? most : letters.preceding(most);
    return end > 0 ? end : most;
  }
}
