package dev.mldigest.assemble.markdown;

import dev.mldigest.text.Invisible;
import dev.mldigest.text.TextCut;
import java.util.regex.Pattern;

/**
 * Untrusted text as one visible line: no control or bidirectional characters, none that show
 * nothing but those that a script or an emoji needs, no hidden fillers, white space folded, and
 * nothing in it that a mail program, a Markdown dialect or a template engine would turn into
 * something live. What Markdown itself makes of it is left to {@link Inert}.
 */
public final class CleanText {
  /** More combining marks on one letter than any script needs; stacks of them cover other lines. */
  private static final int MAX_MARKS = 8;

  private static final Pattern WWW = Pattern.compile("(?i)(www\\.)(?=\\S)");
  private static final Pattern SLASHES = Pattern.compile("(?<=:)/(?=/)|/(?=/\\S)");

  /**
   * An at sign that could address somebody. {@code pass@1} and {@code recall@k} stay as they are: a
   * letter before it makes it no mention, a short word without a dot behind it no mail address.
   */
  private static final Pattern AT =
      Pattern.compile("@(?=\\S)(?!(?<=[A-Za-z0-9]@)[A-Za-z0-9]{1,4}(?:[,;!?)]|\\.?(?:\\s|$)))");

  private static final Pattern TEMPLATE = Pattern.compile("\\{(?=[{%#])");

  private CleanText() {}

  /** The text as one line of at most that many characters, with a space where links break. */
  public static String of(String raw, int most) {
    return harmless(typed(raw, most));
  }

  /**
   * One visible line as it was typed, for places that hold plain text and link nothing, such as a
   * subject. What a service takes for a command there is left to {@code publish}.
   */
  public static String typed(String raw, int most) {
    return shorten(line(raw, most), most);
  }

  /** A space inside {@code ://}, {@code www.}, addresses and template brackets. */
  static String harmless(String line) {
    String text = SLASHES.matcher(line).replaceAll("/ ");
    text = WWW.matcher(text).replaceAll("$1 ");
    text = AT.matcher(text).replaceAll("@ ");
    return TEMPLATE.matcher(text).replaceAll("{ ");
  }

  private static String line(String raw, int most) {
    StringBuilder line = new StringBuilder(Math.min(raw.length(), most) + 16);
    int marks = 0;
    for (int i = 0; i < raw.length() && line.length() <= most; ) {
      int at = i;
      int c = raw.codePointAt(at);
      i += Character.charCount(c);
      if (isSpace(c)) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      } else if (isVisible(c) || (isJoined(c) && Invisible.isNeeded(raw, at))) {
        marks = isMark(c) ? marks + 1 : 0;
        if (marks <= MAX_MARKS) {
          line.appendCodePoint(c);
        }
      }
    }
    return line.toString().strip();
  }

  private static String shorten(String line, int most) {
    if (line.length() <= most) {
      return line;
    }
    return TextCut.front(line, most - 1) + "…";
  }

  private static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', 0x85 -> true;
      // Letters that print nothing: Hangul fillers, the empty Braille cell.
      case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
      default -> Character.isSpaceChar(c);
    };
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
      default ->
          c != 0x034F // combining grapheme joiner
              && !(c >= 0xE0100 && c <= 0xE01EF) // variation selectors that can carry hidden text
              && (c & 0xFFFE) != 0xFFFE; // noncharacters
    };
  }

  /** Joiners and flags: what is no direction, and no sign within a line of another script. */
  private static boolean isJoined(int c) {
    return (c >= 0x200B && c <= 0x200D) || (c >= 0xE0020 && c <= 0xE007F);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
