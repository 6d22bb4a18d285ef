package dev.mldigest.text;

/** The first words of a text as one line, for showing it to a model. */
public final class TextExcerpt {
  /** Endless "words" are cut by characters. */
  private static final int CHARS_PER_WORD = 10;

  /** Markup and white space that may precede the first words. */
  private static final int LOOKED_AT = 20_000;

  private TextExcerpt() {}

  /** At most so many words, and ten characters for each, without control or format characters. */
  public static String words(String text, int most) {
    String front = text.substring(0, Math.min(text.length(), LOOKED_AT));
    String whole = Texts.oneLine(front);
    String line = whole.substring(0, TextLength.end(whole, most)).stripTrailing();
    int end = most * CHARS_PER_WORD;
    if (line.length() <= end) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
  }
}
