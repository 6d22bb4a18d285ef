package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.digest.Part;
import dev.mldigest.store.Issues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One issue as the checks see it.
 *
 * @param issue as it was made
 * @param digest the text of digest.md
 * @param approved what of it leaves
 * @param cards its items, in the digest's order
 * @param html the mail; empty where it cannot be made
 */
record Look(
    Week week,
    Issues.Stored made,
    Issue issue,
    String digest,
    Approved approved,
    List<Card> cards,
    String html) {
  private static final int LONGEST = 80;

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  /**
   * A part of the digest and where it is.
   *
   * @param card of the item that it is, or null
   */
  record Placed(Approved.Piece piece, @Nullable Card card) {
    /** Of its first character, from 1. */
    int line() {
      return piece.line();
    }

    /** Of a place in its text as it stands in the file. */
    int lineAt(int at) {
      return line() + lines(piece.before().text().substring(0, at));
    }

    @Nullable String item() {
      return card == null ? null : card.id();
    }

    int headLine() {
      return card == null ? line() : card.line();
    }

    boolean isFrontMatter() {
      return piece.kind() == Part.Kind.FRONT_MATTER;
    }
  }

  /** All parts, in their order. */
  List<Placed> parts() {
    List<Placed> parts = new ArrayList<>();
    int items = 0;
    for (Approved.Piece piece : approved.parts()) {
      Card card = piece.isItem() && items < cards.size() ? cards.get(items++) : null;
      parts.add(new Placed(piece, card));
    }
    return parts;
  }

  /** What readers see. */
  List<Placed> body() {
    return parts().stream().filter(part -> !part.isFrontMatter()).toList();
  }

  Issue.@Nullable Item item(String id) {
    return issue.items().stream()
        .filter(item -> Objects.equals(item.id(), id))
        .findFirst()
        .orElse(null);
  }

  /** Id of the item that stands on a line of digest.md; null where none does. */
  @Nullable String itemAt(int line) {
    return parts().stream()
        .filter(part ->
            line >= part.line() && line <= part.lineAt(part.piece().before().text().length()))
        .reduce((first, last) -> last)
        .map(Placed::item)
        .orElse(null);
  }

  /** Enough of a text to know it by. */
  static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  static int lines(String text) {
    return (int) LINE_END.matcher(text).results().count();
  }
}
