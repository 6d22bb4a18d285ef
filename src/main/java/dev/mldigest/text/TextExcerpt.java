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
    String line = TextCut.front(whole, Math.max(1, TextLength.end(whole, most)));
    return TextCut.front(line, most * CHARS_PER_WORD);
  }
}
