package dev.mldigest.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Signs that nobody sees and that change what is read: they turn the direction of writing around,
 * hide words between letters, or carry text of their own. Those that a script or an emoji needs,
 * and isolates that end in their own line (Unicode Standard Annex 9, 2.4), are left.
 */
public final class Invisible {
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int LEFT_TO_RIGHT_MARK = 0x200E;
  private static final int RIGHT_TO_LEFT_MARK = 0x200F;
  private static final int ARABIC_LETTER_MARK = 0x061C;
  private static final int FIRST_ISOLATE = 0x2066;
  private static final int POP_ISOLATE = 0x2069;
  private static final int BLACK_FLAG = 0x1F3F4;

  /** England, Scotland, Wales: a flag of a region has at most so many letters, and their end. */
  private static final int FLAG = 7;

  /** Scripts whose spelling needs joiners (Unicode Standard 23.2; Annex 31, 2.3). */
  private static final Set<UnicodeScript> JOINED =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  /**
   * Scripts that write no spaces between words, and say so by one without width where lines end.
   */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  private Invisible() {}

  /** The text without them; its lines and all that is seen stay. */
  public static String removed(String text) {
    if (text.chars().allMatch(Invisible::isPlain)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      line(text.substring(from, to), out);
      from = to;
    }
    return out.toString();
  }

  /** Their names in Unicode, each once, for example {@code RIGHT-TO-LEFT OVERRIDE}. */
  public static List<String> names(String line) {
    if (line.chars().allMatch(Invisible::isPlain)) {
      return List.of();
    }
    BitSet paired = paired(line);
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      if (isHidden(c) && !paired.get(i) && !isNeeded(line, i)) {
        names.add("%s, U+%04X".formatted(Character.getName(c), c));
      }
    }
    return List.copyOf(names);
  }

  /** Nearly every text is made of these alone. */
  private static boolean isPlain(int c) {
    return (c >= ' ' && c < 0x7F)
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || (c > 0xA0 && c < 0x034F && c != 0xAD);
  }

  private static void line(String line, StringBuilder out) {
    BitSet paired = paired(line);
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      if (!isHidden(c) || paired.get(i) || isNeeded(line, i)) {
        out.appendCodePoint(c);
      } else if (c == 0x0B || c == '\f' || c == 0x85) {
        out.append(' '); // They part words, as lines do.
      }
    }
  }

  /** True for a sign that shows nothing by itself, whether it is needed or not. */
  static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
      case Character.FORMAT -> !isNumberSign(c);
      default -> c == 0x034F || isSelector(c);
    };
  }

  /** True if a script or an emoji would be written wrongly without the sign at that place. */
  public static boolean isNeeded(String text, int at) {
    int c = text.codePointAt(at);
    int before = at == 0 ? '\n' : text.codePointBefore(at);
    int letter = letterBefore(text, at);
    int next = at + Character.charCount(c);
    int after = next < text.length() ? text.codePointAt(next) : '\n';
    return switch (c) {
      case JOINER -> isLetterOf(JOINED, letter) || (isPictured(text, at) && isPicture(after));
      case NON_JOINER -> isLetterOf(JOINED, letter) && isLetterOf(JOINED, after);
      case ZERO_WIDTH_SPACE -> isLetterOf(UNSPACED, before) && isLetterOf(UNSPACED, after);
      case LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_LETTER_MARK ->
          !isHidden(before) && runsFromTheRight(text);
      default -> isSelector(c) ? isSelected(c, before) : isFlag(text, at);
    };
  }

  /** The letter that carries the marks before that place, such as vowel signs of Arabic. */
  private static int letterBefore(String text, int at) {
    int end = at;
    while (end > 0) {
      int c = text.codePointBefore(end);
      if (UnicodeScript.of(c) != UnicodeScript.INHERITED || isHidden(c)) {
        return c;
      }
      end -= Character.charCount(c);
    }
    return '\n';
  }

  /** Visible signs before numbers, which Unicode counts as formats (Unicode Standard 9.2). */
  private static boolean isNumberSign(int c) {
    return (c >= 0x0600 && c <= 0x0605)
        || c == 0x06DD
        || c == 0x0890
        || c == 0x0891
        || c == 0x08E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  private static boolean isSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** One behind a sign that is seen; a row of them carries text that nobody sees. */
  private static boolean isSelected(int c, int before) {
    return c < 0xE0100 ? before > 0x20 && !isHidden(before) : Character.isIdeographic(before);
  }

  private static boolean isLetterOf(Set<UnicodeScript> scripts, int c) {
    return scripts.contains(UnicodeScript.of(c));
  }

  /** True behind an emoji, also one with its colour or its form said. */
  private static boolean isPictured(String text, int at) {
    int end = at;
    while (end > 0) {
      int c = text.codePointBefore(end);
      if (c != 0xFE0F && !Character.isEmojiModifier(c)) {
        return isPicture(c);
      }
      end -= Character.charCount(c);
    }
    return false;
  }

  private static boolean isPicture(int c) {
    return c > 0x7F && Character.isEmoji(c);
  }

  /** True within a flag: letters that show nothing behind a black one, to their end. */
  private static boolean isFlag(String text, int at) {
    int from = at;
    for (int i = 0; i < FLAG && from > 0 && isTag(text.codePointAt(from)); i++) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    int to = at;
    for (int i = 0; i < FLAG && to < text.length() && isLetterTag(text.codePointAt(to)); i++) {
      to += Character.charCount(text.codePointAt(to));
    }
    return text.codePointAt(from) == BLACK_FLAG
        && to < text.length()
        && text.codePointAt(to) == 0xE007F;
  }

  private static boolean isTag(int c) {
    return isLetterTag(c) || c == 0xE007F;
  }

  private static boolean isLetterTag(int c) {
    return c >= 0xE0020 && c < 0xE007F;
  }

  private static boolean runsFromTheRight(String text) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .mapToObj(Character::getDirectionality)
        .anyMatch(way ->
            way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }

  /** Places of isolates whose end stands in the line, and of those ends. */
  private static BitSet paired(String line) {
    BitSet paired = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= FIRST_ISOLATE && c < POP_ISOLATE) {
        open.push(i);
      } else if (c == POP_ISOLATE && !open.isEmpty()) {
        paired.set(open.pop());
        paired.set(i);
      }
    }
    return paired;
  }
}
