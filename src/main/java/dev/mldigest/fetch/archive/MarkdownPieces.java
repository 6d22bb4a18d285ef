package dev.mldigest.fetch.archive;

/**
 * Markdown whose paragraphs have bounded lengths: what the parser takes for one grows with the
 * square of its length where links are begun and never ended. Long ones are parted, between lines
 * where there are any and else between words; nothing is left out.
 *
 * @param whole false where a line had to be parted, and a link in it may have been
 */
record MarkdownPieces(String markdown, boolean whole) {
  /**
   * CommonMark's time for emphasis and brackets grows faster than the line; prose seldom has so
   * long a paragraph.
   */
  static final int LONGEST = 2_000;

  static MarkdownPieces of(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length() + markdown.length() / 100);
    boolean whole = true;
    int paragraph = 0;
    for (String line : (Iterable<String>) markdown.lines()::iterator) {
      if (line.isBlank()) {
        paragraph = 0;
      } else if (paragraph > 0 && paragraph + line.length() > LONGEST) {
        out.append('\n');
        paragraph = 0;
      }
      whole &= line.length() <= LONGEST;
      int last = pieces(line, out);
      paragraph += line.length() - last + 1;
      out.append(line, last, line.length()).append('\n');
    }
    return new MarkdownPieces(out.toString(), whole);
  }

  /** Writes all pieces of a line but the last; where that begins. */
  private static int pieces(String line, StringBuilder out) {
    int from = 0;
    while (line.length() - from > LONGEST) {
      int space = line.lastIndexOf(' ', from + LONGEST);
      int to = space > from + LONGEST / 2 ? space : from + LONGEST;
      out.append(line, from, to).append("\n\n");
      from = to;
    }
    return from;
  }
}
