package dev.mldigest.extract.page;

import dev.mldigest.text.TextLength;

/** What one pass over a text node tells of it; used again for the next one. */
final class TextLetters {
  private char[] buffer = new char[4096];

  /** Letters of what a reader sees of it, as {@link TextLength#letters} counts them. */
  int visible;

  /** Whether it has a sign with which a formula in TeX may begin. */
  boolean texMarks;

  void count(String text) {
    int length = text.length();
    buffer = buffer.length < length ? new char[2 * length] : buffer;
    text.getChars(0, length, buffer, 0);
    count(length);
  }

  /**
   * Of several blanks one is seen, of those at the beginning none. Without branches for ASCII: each
   * blank between two words would be a surprise to the processor.
   */
  private void count(int length) {
    int letters = 0;
    int blankBefore = 1;
    int marks = 0;
    for (int i = 0; i < length; i++) {
      int c = buffer[i];
      int blank = (c - (' ' + 1)) >>> 31;
      if (c >= 0x80) {
        blank = c == 0xa0 ? 1 : 0;
        letters += TextLength.letters((char) c) - 1;
      }
      letters += 1 - (blank & blankBefore);
      blankBefore = blank;
      marks |= ((c ^ '$') - 1) >>> 31 | ((c ^ '\\') - 1) >>> 31;
    }
    visible = letters;
    texMarks = marks != 0;
  }
}
