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
      int place = place(word, 0, word.length());
      words[place] = word;
      values[place] = number;
    });
  }

  /** The number of a word, or 0. */
  long of(String text, int from, int to) {
    return values[place(text, from, to)];
  }

  /** Where a word is, or the free place where it would be. */
  private int place(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash ^ hash >>> 15) & mask;
    while (words[place] != null
        && !(words[place].length() == to - from && text.startsWith(words[place], from))) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
