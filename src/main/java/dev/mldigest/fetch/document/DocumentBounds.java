package dev.mldigest.fetch.document;

/** How much of a stranger's document is read, in whatever format it comes. */
public final class DocumentBounds {
  /** Larger documents are not feeds; readers elsewhere stop at 5 to 15 MB. */
  public static final int MOST_BYTES = 16 << 20;

  /** Feeds nest some ten deep, and trees are walked by recursion. */
  static final int DEPTH = 100;

  /** Of one element: set by hand; each is compared with the others. */
  static final int ATTRIBUTES = 200;

  /** Fifty times the longest of the 3,226 feeds that parsing is scored on (372 items). */
  public static final int ITEMS = 20_000;

  /** 15 for each of the most items; one takes about 150 bytes. */
  public static final int ELEMENTS = 300_000;

  /** Elements below one item; more say nothing more about it and cost ROME and us a second. */
  static final int PARTS = 2_000;

  /** Of all elements together; each is compared with the others of its element. */
  public static final int ALL_ATTRIBUTES = 600_000;

  /**
   * References and bare ampersands that are read. The densest markup has one for each 10 to 20
   * characters; each costs a parser as much as a hundred characters, and a bare one grows fivefold.
   */
  public static final int REFERENCES = 1_000_000;

  private DocumentBounds() {}
}
