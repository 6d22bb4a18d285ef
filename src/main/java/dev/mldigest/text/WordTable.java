package dev.mldigest.text;

import java.util.Map;

/** Words with a number each, looked up where they stand in a text, without cutting them out. */
final class WordTable {
  private final String[] words;
  private final long[] values;
  private final int mask;

  WordTable(Map<String, Long> numbers) {
    // A quarter full at most, so that a word that is not there is told by its first place.
    int size = Integer.highestOneBit(Math.max(1, numbers.size())) << 3;
    words = new String[size];
    values = new long[size];
    mask = size - 1;
    numbers.forEach((word, number) -> {
      int hash = 0;
      for (int i = 0; i < word.length(); i++) {
        hash = hash(hash, word.charAt(i));
      }
      int place = place(word, 0, word.length(), hash);
      words[place] = word;
      values[place] = number;
    });
  }

  /** The hash of a word that goes on with a letter; that of none is 0. */
  static int hash(int before, char letter) {
    return 31 * before + letter;
  }

  /**
   * The number of a word, or 0.
   *
   * @param hash of its letters, which who reads them takes along
   */
  long of(String text, int from, int to, int hash) {
    return values[place(text, from, to, hash)];
  }

  /** Where a word is, or the free place where it would be. */
  private int place(String text, int from, int to, int hash) {
    int place = (hash ^ hash >>> 15) & mask;
    while (words[place] != null
        && !(words[place].length() == to - from && text.startsWith(words[place], from))) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
