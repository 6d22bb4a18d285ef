package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.text.TextLength;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One line of the article as a reader sees it, with its place in lists, quotes and tables. Only the
 * verdict can change.
 */
public final class Block {
  public enum Kind {
    PARAGRAPH,
    HEADING,
    CODE,
    CELL,
    CAPTION
  }

  /** The list item a block stands in; the first block of an item carries its mark. */
  public record Item(Element element, int depth, boolean ordered, int number) {}

  /**
   * The cell of a data table.
   *
   * @param column where it begins, counted from 0 with the columns that cells from above span into
   * @param line number of its row within the table
   * @param rows how many rows it spans
   */
  public record Cell(Element table, Element row, int column, int line, int rows) {}

  public final Kind kind;

  /** Index of the element it stands in. */
  public final int container;

  public final String text;
  private final LineMarks marks;

  /** How long the text is: {@link TextLength#letters}, so that lines of every script compare. */
  public final int length;

  /** The part of {@link #length} that is linked. */
  public final int linked;

  public int level;
  public int quotes;
  @Nullable public Item item;
  boolean opensItem;
  @Nullable public Cell cell;
  String language = "";

  /** Whether it is a formula and nothing else. */
  boolean formula;

  /** What marks it as furniture of the site, or null. */
  @Nullable public Drop furniture;

  /** Whether it stands where the article does. */
  public boolean inBody;

  /** Why it is not part of the article, or null if it is. */
  @Nullable public Drop drop;

  Block(Kind kind, int container, String text, int length, LineMarks marks, int linked) {
    this.kind = kind;
    this.container = container;
    this.text = text;
    this.marks = marks;
    this.length = length;
    this.linked = Math.min(linked, length);
  }

  /** The text in Markdown, without what its place makes of it. */
  String markdown() {
    return marks.markdown(text);
  }

  /** Whether it stands in an element. */
  public boolean isWithin(Outline page, int element) {
    return container >= element && container < page.end[element];
  }

  public boolean kept() {
    return drop == null;
  }

  /**
   * Whether the rules have the last word on it. Readers of code and of formulas want all of them;
   * and short or linked lines of the furniture outside the body are half of all blocks: trees that
   * saw them took 312 of 83,565 for the article's.
   */
  public boolean isSettled() {
    if (kept()) {
      return kind == Kind.CODE || formula;
    }
    boolean far = drop == Drop.OUTSIDE || drop == Drop.CHROME || drop == Drop.COMMENTS;
    return far && !inBody && (length < 40 || linkDensity() > 0.5);
  }

  public boolean isHeading() {
    return kind == Kind.HEADING;
  }

  public double linkDensity() {
    return length == 0 ? 0 : (double) linked / length;
  }
}
