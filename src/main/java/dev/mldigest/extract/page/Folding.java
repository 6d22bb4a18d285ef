package dev.mldigest.extract.page;

import dev.mldigest.text.Script;
import java.util.Locale;

/**
 * The forms in which short texts of a page are compared: what is set differently reads the same.
 */
public final class Folding {
  /** Characters of a line that are compared: no phrase and no title of a list is as long. */
  private static final int COMPARED = 400;

  private Folding() {}

  /** One blank for each run of them, none at the ends. */
  public static String blanks(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0) {
        blank = true;
        continue;
      }
      if (blank && !folded.isEmpty()) {
        folded.append(' ');
      }
      folded.append(c);
      blank = false;
    }
    return folded.toString().strip();
  }

  /** Lower case, without signs at the ends. */
  public static String bare(String text) {
    String lower = text.length() > COMPARED ? text.substring(0, COMPARED) : text;
    lower = lower.toLowerCase(Locale.ROOT).strip();
    int end = lower.length();
    while (end > 0 && !Character.isLetterOrDigit(lower.charAt(end - 1))) {
      end--;
    }
    int from = 0;
    while (from < end
        && !Character.isLetterOrDigit(lower.charAt(from))
        && lower.charAt(from) != '©') {
      from++;
    }
    return lower.substring(from, end).replace('’', '\'');
  }

  /** Letters and digits alone, those of exponents and indices too. */
  public static String letters(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          letters.append((char) c);
        }
        i++;
        continue;
      }
      int plain = plain(c);
      if (Character.isLetterOrDigit(plain)) {
        letters.appendCodePoint(plain);
      }
      i += Character.charCount(c);
    }
    return letters.toString();
  }

  private static int plain(int c) {
    int script = Script.ofRaised(c) + Script.ofLowered(c); // it is one of the two at most
    return script == 0 ? c : script;
  }
}
