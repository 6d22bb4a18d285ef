package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.CorrectionLink;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import dev.mldigest.review.approval.Approved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An issue as readers get it who may tell what is wrong: below each item stands where. */
final class CorrectionLines {
  private CorrectionLines() {}

  /** The issue itself where feeds.yaml named no address when it was made. */
  static Approved in(Approved approved, Week week, Labels labels) {
    if (labels.corrections().isEmpty()) {
      return approved;
    }
    List<Approved.Piece> pieces = new ArrayList<>();
    int own = 0;
    for (Approved.Piece piece : approved.parts()) {
      own += piece.isItem() && piece.id() == null ? 1 : 0;
      pieces.add(piece.isItem() ? with(piece, week, labels, own) : piece);
    }
    String text = pieces.stream().map(Approved.Piece::markdown).collect(Collectors.joining());
    return new Approved(text, pieces, approved.found());
  }

  private static Approved.Piece with(Approved.Piece piece, Week week, Labels labels, int own) {
    String id = piece.id() == null ? "own-" + own : piece.id();
    String line =
        CorrectionLink.markdown(
            labels.of(Label.CORRECTION),
            labels.corrections(),
            Map.of("week", week.toString(), "item", id, "title", piece.title()));
    return new Approved.Piece(
        piece.kind(),
        piece.place(),
        piece.id(),
        piece.url(),
        piece.title(),
        piece.markdown().stripTrailing() + "\n\n" + line + "\n\n",
        piece.before(),
        piece.line());
  }
}
