package dev.mldigest.review;

import org.jspecify.annotations.Nullable;

/** One thing the editor did to the digest, as found in the file; the store keeps them as events. */
public sealed interface Edit {
  /** The item's id, or null for what is no generated item. */
  @Nullable String id();

  /**
   * Text was changed and is kept.
   *
   * @param id null for the header, a section's heading, the list or the footer
   * @param text as it now stands
   */
  record Changed(@Nullable String id, String text) implements Edit {}

  /** Only the note slot was filled; the text is kept. */
  record Noted(String id, String note) implements Edit {}

  /** The item was taken out and stays out. */
  record Deleted(String id) implements Edit {}

  /**
   * The item stands elsewhere in the order.
   *
   * @param after the id of the item before it now, or null if it is the first
   */
  record Moved(String id, @Nullable String after) implements Edit {}

  /** The editor's own block, which no version of ours has. */
  record Added(@Nullable String id, String text) implements Edit {}
}
