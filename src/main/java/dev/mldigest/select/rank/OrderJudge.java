package dev.mldigest.select.rank;

import dev.mldigest.select.piece.Piece;
import java.util.List;

/** Whoever is asked to put stories in order. What it says is not trusted: see {@link Rerank}. */
@FunctionalInterface
public interface OrderJudge {
  /**
   * @param shown numbered from 1, in this order
   * @return numbers, best first; it may be any numbers, and none where there is no answer
   */
  List<Integer> order(List<Piece> shown);
}
