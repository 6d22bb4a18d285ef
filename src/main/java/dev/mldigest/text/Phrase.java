package dev.mldigest.text;

import java.util.Locale;

/** Phrases in texts, as whole words. */
public final class Phrase {
  private Phrase() {}

  /** The text as phrases are written: lower case, straight apostrophes. */
  public static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00a0', ' ');
  }

  /**
   * @param text folded
   */
  public static boolean isIn(String text, String phrase) {
    int at = text.indexOf(phrase);
    while (at >= 0) {
      int end = at + phrase.length();
      if (isEdge(text, at - 1, at) && isEdge(text, end - 1, end)) {
        return true;
      }
      at = text.indexOf(phrase, at + 1);
    }
    return false;
  }

  /** True unless both characters belong to one word. */
  private static boolean isEdge(String text, int left, int right) {
    return left < 0
        || right >= text.length()
        || !Character.isLetterOrDigit(text.charAt(left))
        || !Character.isLetterOrDigit(text.charAt(right));
  }
}
