package dev.mldigest.review.approval;

import dev.mldigest.text.Texts;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks that stand twice in a digest, for example since one was pasted. They are refused and not
 * quietly thinned out: the two may differ by now, and only the editor knows which is meant.
 */
final class Twice {
  private Twice() {}

  /** One a pair, naming both places. */
  static List<Fault> in(List<Approved.Piece> pieces) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Approved.Piece> byId = new HashMap<>();
    Map<String, Approved.Piece> byUrl = new HashMap<>();
    for (Approved.Piece piece : pieces) {
      if (!piece.isItem()) {
        continue;
      }
      Approved.Piece sameId = piece.id() == null ? null : byId.putIfAbsent(piece.id(), piece);
      String url = CanonicalUrl.of(piece.url()).orElse("");
      Approved.Piece sameUrl = url.isEmpty() ? null : byUrl.putIfAbsent(url, piece);
      if (sameId != null) {
        faults.add(sentence(sameId, piece, "the same anchor"));
      } else if (sameUrl != null && isCopy(sameUrl, piece)) {
        faults.add(sentence(sameUrl, piece, "the same address"));
      }
    }
    return faults;
  }

  /**
   * A page may hold two items, of the program's or of the editor's own, such as two releases; they
   * differ in title.
   */
  private static boolean isCopy(Approved.Piece one, Approved.Piece other) {
    return (one.id() == null) != (other.id() == null)
        || Texts.letters(one.title()).equals(Texts.letters(other.title()));
  }

  private static Fault sentence(Approved.Piece one, Approved.Piece other, String what) {
    String place = one.place();
    String sentence =
        Character.toUpperCase(place.charAt(0))
            + place.substring(1)
            + " and "
            + other.place()
            + " have "
            + what
            + ": delete one of them.";
    return new Fault(other.line(), sentence);
  }
}
