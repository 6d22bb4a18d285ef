package dev.mldigest.extract.page;

/** What of a page counts as prose: the more, the less there is of it. */
enum Prose {
  /** Lines of length that are not mostly linked. */
  PARAGRAPHS,
  /** Short lines too: notes, poems, tables. */
  LINES,
  /** Linked lines too: round-ups. */
  LINKS;

  /** Letters of the shortest line that is prose on a page of paragraphs. */
  private static final int SHORTEST = 40;

  /** Letters, some three paragraphs: a page with less prose may have it in short lines. */
  static final int FEW_PARAGRAPHS = 400;

  /** Letters of two or three lines: with less there are only links, if anything. */
  static final int FEW_LINES = 80;

  /**
   * How much of a line is prose.
   *
   * @param flow its letters
   * @param linked those of them that are linked
   */
  long of(int flow, int linked) {
    int free = flow - 2 * linked;
    return switch (this) {
      case PARAGRAPHS -> flow < SHORTEST || free <= 0 ? 0 : free;
      case LINES -> Math.max(0, free);
      case LINKS -> flow;
    };
  }
}
