package dev.mldigest.extract.block;

/** What single characters are in a line of text and in Markdown. */
final class InlineChars {
  /** Of ASCII: seen, and the same in Markdown. */
  private static final boolean[] PLAIN = plain();

  private InlineChars() {}

  /** Whether Markdown could read it as markup. */
  static boolean needsEscape(int c) {
    return c == '\\' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '`';
  }

  /** The end of the words from here on that go into the line as they are. */
  static int plainEnd(String raw, int from, int to) {
    int i = from;
    while (i < to) {
      char c = raw.charAt(i);
      if (isPlain(c)) {
        i++;
      } else if (c == ' ' && i > from && i + 1 < to && isPlain(raw.charAt(i + 1))) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isPlain(char c) {
    return c < PLAIN.length && PLAIN[c];
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x7f];
    for (char c = '!'; c < plain.length; c++) {
      plain[c] = !needsEscape(c);
    }
    return plain;
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
