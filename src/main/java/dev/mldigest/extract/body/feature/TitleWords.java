package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How much of a page's title a block repeats. Most words of a page are told from it by a glance.
 */
final class TitleWords {
  /** Letters of the longest block that may repeat a title; a longer one is a text about it. */
  private static final int LONGEST = 300;

  /** Kinds of beginnings that are told apart: some hundred times the words of a title. */
  private static final int STARTS = 1024;

  /** Letters and digits. */
  private static final boolean[] ASCII = ascii();

  private final Set<String> words = new HashSet<>();
  private final BitSet starts = new BitSet(STARTS);

  TitleWords(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    forEachWord(lower, (from, to) -> words.add(lower.substring(from, to)));
    words.forEach(word -> starts.set(start(word, 0)));
  }

  /** The share of the title's words that a short block repeats. */
  double share(Block block) {
    if (words.isEmpty() || block.length > LONGEST) {
      return 0;
    }
    String text = block.text;
    Set<String> found = new HashSet<>(0);
    forEachWord(
        text,
        (from, to) -> {
          if (starts.get(start(text, from))) {
            String word = text.substring(from, to).toLowerCase(Locale.ROOT);
            if (words.contains(word)) {
              found.add(word);
            }
          }
        });
    return found.size() / (double) words.size();
  }

  /** A number that two words share if their first three characters do, and seldom else. */
  private static int start(String text, int from) {
    int first = lower(text.charAt(from));
    int second = lower(text.charAt(from + 1));
    int third = lower(text.charAt(from + 2));
    return ((first * 31 + second) * 31 + third) & (STARTS - 1);
  }

  private static int lower(char c) {
    return c < 0x80 ? c | 0x20 : Character.toLowerCase(c);
  }

  private static boolean[] ascii() {
    boolean[] ascii = new boolean[0x80];
    Arrays.fill(ascii, 'a', 'z' + 1, true);
    Arrays.fill(ascii, 'A', 'Z' + 1, true);
    Arrays.fill(ascii, '0', '9' + 1, true);
    return ascii;
  }

  private interface Word {
    void at(int from, int to);
  }

  /** Runs of more than two letters or numbers. */
  private static void forEachWord(String text, Word use) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 && ASCII[c]) {
        continue; // most are
      }
      boolean pair = Character.isHighSurrogate(c);
      if (!isLetterOrNumber(pair ? text.codePointAt(i) : c)) {
        if (i - from > 2) {
          use.at(from, i);
        }
        from = i + 1 + (pair ? 1 : 0);
      }
      i += pair ? 1 : 0;
    }
    if (text.length() - from > 2) {
      use.at(from, text.length());
    }
  }

  private static boolean isLetterOrNumber(int c) {
    if (c < 0x80) {
      return ASCII[c];
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }
}
