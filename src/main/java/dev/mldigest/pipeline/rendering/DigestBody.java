package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.Recount;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.digest.Part;
import java.util.List;

/** What readers see of a digest: all but its front matter. */
final class DigestBody {
  private DigestBody() {}

  static Recount recount(Approved approved) {
    return new Recount(
        of(approved).stream()
            .map(piece -> new Recount.Part(piece.place(), piece.isItem(), piece.markdown()))
            .toList());
  }

  static List<Approved.Piece> of(Approved approved) {
    return approved.parts().stream()
        .filter(piece -> piece.kind() != Part.Kind.FRONT_MATTER)
        .toList();
  }
}
