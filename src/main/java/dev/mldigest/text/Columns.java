package dev.mldigest.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text in columns of a terminal or of a mail in one font: how wide it is shown, and wrapped to a
 * width. Signs of East Asia take two columns, marks on a letter none (Unicode Standard Annex 11).
 */
public final class Columns {
  /** First and last of what annex 11 calls wide or full-width, but for emoji. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x17000, 0x18DFF, 0x1B000,
    0x1B2FF, 0x20000, 0x3FFFD
  };

  /** Below it everything takes one column. */
  private static final int FIRST_MARK = 0x300;

  private Columns() {}

  /** How many columns the text takes in one line. */
  public static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      columns += of(c);
    }
    return columns;
  }

  private static int of(int c) {
    if (c < FIRST_MARK) {
      return c < ' ' || c == 0xAD ? 0 : 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (c >= WIDE[i] && c <= WIDE[i + 1]) {
        return true;
      }
    }
    return c > 0x2000 && Character.isEmojiPresentation(c);
  }

  /** The text with blanks behind it up to that many columns. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /**
   * The words of one line in lines of at most that many columns. Words in scripts with blanks and
   * addresses stay whole, also longer ones; other writing is parted where it may be.
   */
  public static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String word : text.strip().split("\\s+")) {
      int blank = line.isEmpty() ? 0 : 1;
      for (String piece : pieces(word, columns)) {
        int wide = of(piece);
        if (width + blank + wide > columns && !line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
          width = 0;
          blank = 0;
        }
        line.append(" ".repeat(blank)).append(piece);
        width += blank + wide;
        blank = 0;
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The word, or where it may be parted: between wide signs, and where it is too long for any. */
  private static List<String> pieces(String word, int columns) {
    boolean wide = word.codePoints().anyMatch(Columns::isWide);
    boolean tooLong = word.length() > columns && !word.contains("://");
    if (!wide && !tooLong) {
      return List.of(word);
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(word);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      pieces.add(word.substring(from, to));
    }
    return pieces;
  }
}
