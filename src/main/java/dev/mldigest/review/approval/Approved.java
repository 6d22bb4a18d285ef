package dev.mldigest.review.approval;

import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest as the editor left it, made ready to leave.
 *
 * @param markdown what is published: no anchor, no empty slot, no comment
 * @param parts its parts in order; together they are the Markdown, front matter included
 * @param faults why it must not leave as it is, one sentence each, with the place
 */
public record Approved(String markdown, List<Piece> parts, List<String> faults) {
  public Approved {
    parts = List.copyOf(parts);
    faults = List.copyOf(faults);
  }

  /** The items, in the file's order. */
  public List<Piece> items() {
    return parts.stream().filter(Piece::isItem).toList();
  }

  /** One sentence for each two slots between which no item stands. */
  public List<String> crowdedSlots() {
    List<String> crowded = new ArrayList<>();
    Piece above = null;
    for (Piece piece : parts) {
      if (piece.kind() == Part.Kind.SLOT && above != null) {
        crowded.add(
            "Between "
                + above.place()
                + " and "
                + piece.place()
                + " stands no item: move one of them, so that two never stand beside each other.");
      }
      above = piece.isItem() ? null : piece.kind() == Part.Kind.SLOT ? piece : above;
    }
    return crowded;
  }

  /**
   * One part as it is published.
   *
   * @param place as a sentence names it, for example {@code the item 'T' (line 23)}
   * @param id the item's id, or null for what the editor added and for what is no item
   * @param title words of its heading
   * @param before the part as it stands in the file
   */
  public record Piece(
      Part.Kind kind,
      String place,
      @Nullable String id,
      @Nullable String url,
      String title,
      String markdown,
      Part before) {
    public boolean isItem() {
      return kind == Part.Kind.ITEM;
    }
  }
}
