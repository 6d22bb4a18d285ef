package dev.mldigest.review.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where an item goes: behind another, before another, or to the end of a section.
 *
 * @param after id of the item before it, or null
 * @param section words of the second-level heading as they stand in the file, or null
 * @param before id of the item behind it, or null; with a section, an item above whose section that
 *     one is made where the file has none such. With all null: before the first item
 */
public record Place(@Nullable String after, @Nullable String section, @Nullable String before) {
  public static final Place FIRST = new Place(null, null, null);

  public static Place after(String item) {
    return new Place(item, null, null);
  }

  /** In the section of that item, also where it is the first there. */
  public static Place before(String item) {
    return new Place(null, null, item);
  }

  /** At its end; the section is made, as the last one with items, where the file has none such. */
  public static Place under(String section) {
    return new Place(null, section, null);
  }

  /**
   * The same; where the file has none such it is made above the section of an item.
   *
   * @param item its id; null as for {@link #under(String)}
   */
  public static Place under(String section, @Nullable String item) {
    return new Place(null, section, item);
  }
}
