package dev.mldigest.review.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where an item goes: behind another, or to the end of a section.
 *
 * @param after id of the item before it; null where a section is named
 * @param section words of the second-level heading as they stand in the file; null where an item is
 *     named. With both null: before the first item
 */
public record Place(@Nullable String after, @Nullable String section) {
  public static final Place FIRST = new Place(null, null);

  public static Place after(String item) {
    return new Place(item, null);
  }

  /** At its end; the section is made, as the last one with items, where the file has none such. */
  public static Place under(String section) {
    return new Place(null, section);
  }
}
