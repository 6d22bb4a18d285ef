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

  /** An entry of several words is there only where its first one is. */
  private static void word(int list, String entry) {
    NameList.parts(entry).stream()
        .limit(1)
        .forEach(first -> LISTS[place(number(0, first))] |= (short) list);
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

  /** By character of ASCII the same in lower case if it is a letter, or else 0. */
  private static final byte[] LETTERS = letters();

  private static byte[] letters() {
    byte[] letters = new byte[0x80];
    for (char c = 'a'; c <= 'z'; c++) {
      letters[c] = (byte) c;
      letters[c - 0x20] = (byte) c;
    }
    return letters;
  }

  /** The lists that may have a word of a class attribute or an id, a bit each. */
  static int of(String names) {
    int found = 0;
    int word = 0;
    int whole = WHOLE;
    boolean small = false;
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if (c >= 0x80) {
        return ALL;
      }
      int letter = LETTERS[c];
      boolean capital = letter > c;
      if (word != 0 && (letter == 0 || (capital && small))) {
        found |= LISTS[place(word)];
        word = 0;
      }
      small = letter == c;
      word = letter == 0 ? word : 31 * word + letter;
      if (c <= ' ') {
        found |= LISTS[place(whole)];
        whole = WHOLE;
      } else {
        whole = 31 * whole + (letter == 0 ? c : letter);
      }
    }
    return found | LISTS[place(word)] | LISTS[place(whole)];
  }
}
