package dev.mldigest.review.digest;

import dev.mldigest.io.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the digest file, with every character of it.
 *
 * @param kind what it begins with
 * @param id the item's id from its anchor, or null where there is none or it is damaged
 * @param url the first link's destination of the item's heading, or null
 * @param title the heading's text, what a slot is marked as, or an empty string
 * @param text as it stands in the file, line ends included
 */
public record Part(
    Kind kind, @Nullable String id, @Nullable String url, String title, String text) {

  /** Of a few blocks in one file no two share so many. */
  private static final int OWN_DIGITS = 10;

  public enum Kind {
    /** YAML between two lines of three hyphens. */
    FRONT_MATTER,
    /** What stands before the first section: title and header. */
    PREAMBLE,
    /** A heading of a section, of the "also seen" list or of the footer, with what is under it. */
    SECTION,
    ITEM,
    /** What is no pick of the issue, marked so by the editor, and what is written below it. */
    SLOT
  }

  public boolean isItem() {
    return kind == Kind.ITEM;
  }

  /**
   * What acts name an item by: its id; for a block of the editor's own one made of its link, else
   * of its heading.
   */
  public String name() {
    return id != null ? id : "own-" + Sha256.of(url == null ? title : url).substring(0, OWN_DIGITS);
  }

  Part withId(String newId) {
    return new Part(kind, newId, url, title, text);
  }

  /** The text without the blank lines at its end. */
  public String core() {
    return text.substring(0, coreEnd());
  }

  /** The blank lines at its end. */
  public String gap() {
    return text.substring(coreEnd());
  }

  /** What is compared: line ends and blank lines at the end are no edit. */
  public String compared() {
    return LineEnds.unix(core());
  }

  private int coreEnd() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }
}
