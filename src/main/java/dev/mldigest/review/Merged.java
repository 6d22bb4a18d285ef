package dev.mldigest.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editor's file brought together with a new rendering.
 *
 * @param text what belongs into the file
 * @param base what to remember as the last generated text for the next merge: the new rendering;
 *     where the editor had touched anything, its texts on the items that the file was made from
 * @param edits what the editor did, in the file's order, deletions last
 * @param offered our text that did not go into the file, in our order
 */
public record Merged(String text, String base, List<Edit> edits, List<Offer> offered) {
  public Merged {
    edits = List.copyOf(edits);
    offered = List.copyOf(offered);
  }

  /**
   * A block of ours that the editor may take over.
   *
   * @param isNew true for an item that is not in the file; false for our newer text of an item
   *     whose edited text was kept
   */
  public record Offer(String id, String title, @Nullable String url, String text, boolean isNew) {}
}
