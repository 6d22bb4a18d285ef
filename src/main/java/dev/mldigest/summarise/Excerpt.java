package dev.mldigest.summarise;

import java.util.Arrays;
import java.util.List;

/** The first words of a text as one line, for showing it to a model. */
final class Excerpt {
  /** Scripts without spaces and endless "words" are cut by characters. */
  private static final int CHARS_PER_WORD = 10;

  /** Markup and white space that may precede the first words. */
  private static final int LOOKED_AT = 20_000;

  private Excerpt() {}

  /** At most so many words, and ten characters for each, without control or format characters. */
  static String words(String text, int most) {
    String front = text.substring(0, Math.min(text.length(), LOOKED_AT));
    List<String> words = Arrays.asList(Texts.oneLine(front).split(" +", most + 1));
    String line = String.join(" ", words.subList(0, Math.min(most, words.size())));
    int end = most * CHARS_PER_WORD;
    if (line.length() <= end) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
  }
}
