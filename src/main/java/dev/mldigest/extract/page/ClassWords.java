package dev.mldigest.extract.page;

import java.util.List;

/**
 * Tells at a glance, in one pass over a class attribute or an id, which word lists may have a word
 * of it: few lists have any. It never denies one that is there, and may see one that is not (by a
 * number that two words share), so that who asks reads the names only then.
 */
public final class ClassWords {
  public static final int CHROME = 1;
  public static final int COMMENTS = 2; // a bit each
  public static final int AROUND = 4;
  public static final int FOREIGN = 8;
  public static final int CREDITS = 16;
  public static final int STRUCK = 32;
  public static final int NOTE = 64;
  public static final int SET_APART = 128;
  public static final int CODE_LINES = 256;
  public static final int HIDING = 512;
  private static final int ALL = 1023;

  /** Some sixty times the words of the lists. */
  private static final int SIZE = 1 << 15;

  /** By the number of a word the lists that have it. */
  private static final short[] LISTS = new short[SIZE];

  /** A name as a whole has another number than a word of the same letters. */
  private static final int WHOLE = 17;

  static {
    words(CHROME, "hints.txt", List.of("chrome", "weak"));
    names(COMMENTS, "hints.txt", List.of("comments", "comment"));
    words(AROUND, "names.txt", NameList.load("names.txt").sections());
    words(FOREIGN, "neighbours.txt", List.of("names"));
    words(CREDITS, "bylines.txt", List.of("author", "date"));
    words(STRUCK, "marks.txt", List.of("struck", "struck numbers"));
    word(STRUCK, "price");
    words(NOTE, "marks.txt", List.of("note"));
    names(SET_APART, "marks.txt", List.of("raised", "lowered", "lower", "margin"));
    words(CODE_LINES, "marks.txt", List.of("code lines"));
    names(HIDING, "hidden.txt", List.of("hiding"));
  }

  private ClassWords() {}

  /** Lists whose entries are sought among the words of a name, alone or joined by "-". */
  private static void words(int list, String file, List<String> sections) {
    for (String section : sections) {
      NameList.load(file).section(section).forEach(entry -> word(list, entry));
    }
  }

  /** An entry of several words is there only where its longest one is, which is the rarest. */
  private static void word(int list, String entry) {
    LISTS[place(number(0, NameList.longestPart(entry)))] |= (short) list;
  }

  /** Lists whose entries are names as a whole. */
  private static void names(int list, String file, List<String> sections) {
    for (String section : sections) {
      for (String entry : NameList.load(file).section(section)) {
        LISTS[place(number(WHOLE, entry))] |= (short) list;
      }
    }
  }

  private static int number(int seed, String letters) {
    int number = seed;
    for (int i = 0; i < letters.length(); i++) {
      number = 31 * number + letters.charAt(i);
    }
    return number;
  }

  private static int place(int number) {
    return (number ^ number >>> 15) & (SIZE - 1);
  }

  /** By character of ASCII the same in lower case. */
  private static final byte[] LOWER = new byte[0x80];

  private static final int SMALL = 1; // a bit each of what a character is
  private static final int CAPITAL = 2;
  private static final int BLANK = 4;
  private static final byte[] KINDS = new byte[0x80];

  static {
    for (char c = 0; c < KINDS.length; c++) {
      boolean capital = c >= 'A' && c <= 'Z';
      boolean small = c >= 'a' && c <= 'z';
      LOWER[c] = (byte) (capital ? c | 0x20 : c);
      KINDS[c] = (byte) (small ? SMALL : capital ? CAPITAL : c <= ' ' ? BLANK : 0);
    }
  }

  /**
   * The lists that may have a word of a class attribute or an id, a bit each. Without a branch a
   * character, which the end of each word would mislead: what is looked up too early is masked.
   */
  static int of(String names) {
    int found = 0;
    int word = 0;
    int whole = WHOLE;
    int before = 0;
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if (c >= 0x80) {
        return ALL;
      }
      int kind = KINDS[c];
      int letter = (kind | kind >> 1) & 1;
      int hump = before & kind >> 1 & 1; // a capital behind a small letter
      int inWord = -(letter & ~hump);
      int inName = (kind >> 2) - 1;
      found |= (LISTS[place(word)] & ~inWord) | (LISTS[place(whole)] & ~inName);
      word = 31 * (word & inWord) + (LOWER[c] & -letter);
      whole = (inName & (31 * whole + LOWER[c])) | (~inName & WHOLE);
      before = kind & SMALL;
    }
    return found | LISTS[place(word)] | LISTS[place(whole)];
  }
}
