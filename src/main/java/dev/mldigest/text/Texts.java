package dev.mldigest.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folding of text for comparison: what looks the same compares equal. Linear. */
public final class Texts {
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Of Arabic; those of other scripts come behind it. */
  private static final char FIRST_OTHER_DIGIT = '\u0660';

  private Texts() {}

  /**
   * NFKC, figures in one form ({@link Figures}) and in the digits of Europe, format and control
   * characters removed, quotation marks and dashes made plain, white space folded to single spaces,
   * ends stripped.
   */
  public static String folded(String text) {
    String nfkc = Normalizer.normalize(Figures.plain(text), Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(nfkc.length());
    boolean space = false;
    for (int i = 0; i < nfkc.length(); i++) {
      char c = nfkc.charAt(i);
      int type = Character.getType(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (type != Character.FORMAT && type != Character.CONTROL) {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(plain(c));
      }
    }
    return out.toString();
  }

  /**
   * Control and format characters removed, every white space one plain space but for one that holds
   * a number together, ends stripped.
   */
  public static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      if (c == 0xa0 && Figures.isBetweenThousands(text, i)) {
        out.append(c);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        out.append(' ');
      } else if (type != Character.FORMAT && type != Character.CONTROL) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  private static char plain(char c) {
    return switch (c) {
      case '‘', '’', '‛', '′' -> '\'';
      case '“', '”', '„', '″' -> '"';
      case '‐', '‑', '‒', '–', '—', '−' -> '-';
      case '٫' -> '.';
      case '٬' -> ',';
      case '٪' -> '%';
      default -> c >= FIRST_OTHER_DIGIT && Character.isDigit(c) ? (char) ('0' + digit(c)) : c;
    };
  }

  private static int digit(char c) {
    return Character.digit(c, 10);
  }

  /** Its letters and digits alone, in small letters: how titles are compared. */
  public static String letters(String text) {
    return OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Its letters and digits in small letters, a blank where others stood between. */
  public static String words(String text) {
    return OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  public static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
