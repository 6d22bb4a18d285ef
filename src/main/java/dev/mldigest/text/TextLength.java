package dev.mldigest.text;

/**
 * How long a text is, also where its script sets no blanks between words: the one count by which
 * texts are called long, short or empty. Of scripts without blanks no words are told apart; their
 * number is estimated from their letters, since every decision that rests on it has a margin wider
 * than the estimate's. Linear, and for Latin letters no dearer than looking for blanks.
 *
 * <p>Translators reckon a word of English as 1.3 to 1.8 signs of Chinese, 2 to 2.5 signs of
 * Japanese and 4 letters of Thai (anycount.com, "Word count in oriental languages";
 * gotranscript.com, "Word count"): 2 and 4 here. Lao, Khmer, Burmese and Tibetan are counted like
 * Thai.
 */
public final class TextLength {
  /** Two signs a word, four letters of Thai: the sources are named above. */
  private static final int QUARTERS_OF_A_SIGN = 2;

  private static final int QUARTERS_OF_A_LETTER = 1;

  /** A word of English and the blank after it are some six characters, and two signs. */
  private static final int SIGN = 3;

  /** Korean sets blanks; a syllable is one character and some two or three letters. */
  private static final int SYLLABLE = 2;

  private static final char FIRST_MARK = '\u0300';

  /** Before it stand the letters of most scripts, and the quotes and dashes of all. */
  private static final char FIRST_SIGN = '\u3000';

  private static final char FIRST_WITHOUT_BLANKS = '\u0e00';

  private TextLength() {}

  /**
   * Words: what stands between blanks, and what the signs of scripts without blanks come to; their
   * commas and stops are none.
   */
  public static int words(CharSequence text) {
    Count count = new Count();
    for (int i = count.ascii(text, 0); i < text.length(); i = count.ascii(text, i + 1)) {
      count.add(text.charAt(i));
    }
    return count.words();
  }

  /**
   * Where the first words of a text end and another one begins.
   *
   * @param most how many words, at least 0
   * @return from 0 to the text's length, which stands for all of it
   */
  public static int end(CharSequence text, int most) {
    Count count = new Count();
    for (int i = 0; i < text.length(); i++) {
      count.add(text.charAt(i));
      if (count.words() > most) {
        return i;
      }
    }
    return text.length();
  }

  /** Words of so many quarters, rounded up: a sign alone is one. */
  public static int words(int quarters) {
    return (quarters + 3) / 4;
  }

  /** Of what was read so far. */
  private static final class Count {
    private int between;
    private int quarters;
    private boolean blank = true;
    private boolean afterSign;

    /** Adds the ASCII from a place on, without a branch a character, and returns where it ends. */
    int ascii(CharSequence text, int from) {
      int words = 0;
      int before = blank ? 1 : 0;
      int i = from;
      while (!afterSign && i < text.length() && text.charAt(i) < 0x80) {
        int here = (text.charAt(i++) - (' ' + 1)) >>> 31;
        words += before & ~here;
        before = here;
      }
      between += words;
      blank = before == 1;
      return i;
    }

    void add(char c) {
      if (c < 0x80 && !afterSign) {
        between += c > ' ' && blank ? 1 : 0;
        blank = c <= ' ';
        return;
      }
      int part = quarters(c);
      if (part > 0) {
        quarters += part;
        blank = true;
        afterSign = true;
      } else if (c <= ' ' || (c >= 0x80 && Character.isWhitespace(c))) {
        blank = true;
        afterSign = false;
      } else if (!isMark(c) && !(afterSign && !Character.isLetterOrDigit(c))) {
        between += blank ? 1 : 0;
        blank = false;
        afterSign = false;
      }
    }

    int words() {
      return between + TextLength.words(quarters);
    }
  }

  /** Letters that a text in Latin letters of the same content would have, about. */
  public static int letters(CharSequence text) {
    int letters = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += c < 0x80 ? 0 : letters(c) - 1;
    }
    return letters;
  }

  /** For how many letters of Latin a character stands, 1 to 3. */
  public static int letters(char c) {
    if (c < FIRST_SIGN) {
      return isSyllable(c) ? SYLLABLE : 1;
    }
    return isSign(c) ? SIGN : isSyllable(c) ? SYLLABLE : 1;
  }

  /**
   * Columns that it fills where each letter of Latin fills one: two for a sign, a syllable of
   * Korean and a full-width form, none for what stands above or below a letter (Unicode Standard
   * Annex 11).
   */
  public static int columns(CharSequence text) {
    int columns = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      columns += c < FIRST_MARK ? 0 : columns(c) - 1;
    }
    return columns;
  }

  private static int columns(char c) {
    if (isSyllable(c) || (isSign(c) && !isHalf(c)) || (isMark(c) && !isHalf(c))) {
      return Character.isLowSurrogate(c) ? 0 : 2;
    }
    boolean wide = c >= '\uff01' && c <= '\uff60';
    int type = Character.getType(c);
    boolean above = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    return wide
        ? 2
        : above || Character.isLowSurrogate(c) ? 0 : Character.isHighSurrogate(c) ? 2 : 1;
  }

  /** Katakana and marks in half their width. */
  private static boolean isHalf(char c) {
    return c >= '\uff61' && c <= '\uff9f';
  }

  /**
   * What a character is of a word, in quarters, 0 to 4; 0 where blanks tell words apart.
   *
   * @param c half of a pair counts half of what the pair does
   */
  public static int quarters(char c) {
    if (c < FIRST_WITHOUT_BLANKS) {
      return 0;
    }
    return isSign(c) ? QUARTERS_OF_A_SIGN : isLetterWithoutBlanks(c) ? QUARTERS_OF_A_LETTER : 0;
  }

  /** Chinese signs and the syllables of Japanese, in one character each or in a pair. */
  private static boolean isSign(char c) {
    return (c >= '\u3400' && c <= '\u9fff')
        || (c >= '\u3041' && c <= '\u312f' && c != '\u30fb')
        || c == '々'
        || c == '〆'
        || (c >= '\u31f0' && c <= '\u31ff')
        || (c >= '\uf900' && c <= '\ufaff')
        || (c >= '\uff66' && c <= '\uff9d')
        || (c >= '\ud840' && c <= '\ud888'); // the first halves of the rarer signs
  }

  /** Of the vowels and tones that stand above and below a letter none counts. */
  private static boolean isLetterWithoutBlanks(char c) {
    boolean script =
        c <= '\u109f' // Thai, Lao, Tibetan, Burmese
            || (c >= '\u1780' && c <= '\u17ff') // Khmer
            || (c >= '\u1950' && c <= '\u1aaf') // Tai Le, Tai Lue, Tai Tham
            || (c >= '\ua9e0' && c <= '\ua9ff')
            || (c >= '\uaa60' && c <= '\uaadf'); // more of Burmese, Tai Viet
    return script && Character.isLetter(c);
  }

  /** Commas, stops and brackets of Chinese and Japanese, and second halves of pairs. */
  private static boolean isMark(char c) {
    return (c >= '\u3001' && c <= '\u303f')
        || c == '\u30fb'
        || (c >= '\uff01' && c <= '\uff65' && !Character.isLetterOrDigit(c))
        || Character.isLowSurrogate(c);
  }

  private static boolean isSyllable(char c) {
    return c >= '\u1100' && (c <= '\u11ff' || (c >= '\uac00' && c <= '\ud7a3'));
  }
}
