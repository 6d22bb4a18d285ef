package dev.mldigest.extract.block;

/** What single characters are in a line of text and in Markdown. */
final class InlineChars {
  private static final int STOP = 0;
  private static final int SEEN = 1;
  private static final int BLANK = 2; // a bit each

  /** Of ASCII: what is seen and the same in Markdown, a blank, or neither. */
  private static final byte[] KINDS = kinds();

  private InlineChars() {}

  /** Whether Markdown could read it as markup. */
  static boolean needsEscape(int c) {
    return c == '\\' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '`';
  }

  /** The end of the words from here on that go into the line as they are. */
  static int plainEnd(String raw, int from, int to) {
    int i = from;
    int before = BLANK;
    while (i < to) {
      int kind = kind(raw.charAt(i));
      if ((kind & ~(before & BLANK)) == STOP) {
        break; // a blank behind another one, or at the beginning, too
      }
      before = kind;
      i++;
    }
    return before == BLANK && i > from ? i - 1 : i;
  }

  private static int kind(char c) {
    return c < KINDS.length ? KINDS[c] : STOP;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[0x7f];
    for (char c = '!'; c < kinds.length; c++) {
      kinds[c] = (byte) (needsEscape(c) ? STOP : SEEN);
    }
    kinds[' '] = BLANK;
    return kinds;
  }

  static boolean isBlank(int c) {
    return c <= ' ' || c == 0xa0 || Character.isSpaceChar(c);
  }

  /** A narrow or fixed space before three digits holds one number together. */
  static boolean isBetweenThousands(String raw, int at, int to) {
    char c = raw.charAt(at);
    if ((c != 0xa0 && c != 0x2007 && c != 0x2009 && c != 0x202f) || at == 0 || at + 3 >= to) {
      return false;
    }
    return Character.isDigit(raw.charAt(at - 1))
        && Character.isDigit(raw.charAt(at + 1))
        && Character.isDigit(raw.charAt(at + 2))
        && Character.isDigit(raw.charAt(at + 3))
        && (at + 4 >= to || !Character.isLetterOrDigit(raw.charAt(at + 4)));
  }

  /** Soft hyphens, zero-width and direction marks, and the tag characters text is smuggled in. */
  static boolean isInvisible(int c) {
    return c == 0xad
        || c == 0x200b
        || c == 0x2060
        || c == 0xfeff
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || Character.isISOControl(c)
        || isTagCharacter(c);
  }

  static boolean isTagCharacter(int c) {
    return c >= 0xe0000 && c <= 0xe007f;
  }
}
