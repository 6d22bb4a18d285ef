package dev.mldigest.review.approval;

import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The digest as the editor left it, made ready to leave.
 *
 * @param markdown what is published: no anchor, no empty slot, no comment
 * @param parts its parts in order; together they are the Markdown, front matter included
 * @param found why it must not leave as it is
 */
public record Approved(String markdown, List<Piece> parts, List<Fault> found) {
  public Approved {
    parts = List.copyOf(parts);
    found = List.copyOf(found);
  }

  /** Why it must not leave as it is, one sentence each. */
  public List<String> faults() {
    return found.stream().map(Fault::sentence).toList();
  }

  /** Where a field of the front matter stands first, with its number or without; 1 if nowhere. */
  public int fieldLine(String field) {
    Pattern name = Pattern.compile("(?m)^" + field + "(?:-\\d)?:");
    return parts.stream()
        .filter(piece -> piece.kind() == Part.Kind.FRONT_MATTER)
        .flatMap(piece ->
            name.matcher(piece.before().text())
                .results()
                .map(at ->
                    piece.line() + LineEnds.count(piece.before().text().substring(0, at.start()))))
        .findFirst()
        .orElse(1);
  }

  /** The items, in the file's order. */
  public List<Piece> items() {
    return parts.stream().filter(Piece::isItem).toList();
  }

  /** Each two slots between which no item stands. */
  public List<Fault> crowdedSlots() {
    List<Fault> crowded = new ArrayList<>();
    Piece above = null;
    for (Piece piece : parts) {
      if (piece.kind() == Part.Kind.SLOT && above != null) {
        crowded.add(
            new Fault(
                above.line(),
                "Between "
                    + above.place()
                    + " and "
                    + piece.place()
                    + " stands no item: move one of them, so that two never stand beside each"
                    + " other."));
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
   * @param line of its first character in the file, from 1
   */
  public record Piece(
      Part.Kind kind,
      String place,
      @Nullable String id,
      @Nullable String url,
      String title,
      String markdown,
      Part before,
      int line) {
    public boolean isItem() {
      return kind == Part.Kind.ITEM;
    }
  }
}
