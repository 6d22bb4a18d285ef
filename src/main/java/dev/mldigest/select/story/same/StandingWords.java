package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.piece.SparseVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a field that stand in its reports week after week, whatever happens: its methods,
 * its firms and their products. That two reports share them is no evidence of one story. Found
 * where a batch reaches over enough weeks to tell; within one week they are as rare as any other
 * name.
 */
final class StandingWords {
  private static final long WEEK = 7 * 24 * 60 * 60L;

  /** Fewer weeks do not tell a standing word from a story that goes on. */
  private static final int LEAST_WEEKS = 6;

  /** Weeks that hold a standing word. */
  private static final double MOST_WEEKS = 1 / 3.0;

  /** Reports of a week, in the mean: in thinner weeks chance decides. */
  private static final int LEAST_REPORTS = 10;

  private StandingWords() {}

  /** Their numbers among the terms of these vectors. */
  static Set<Integer> of(List<Piece> pieces, List<SparseVector> vectors) {
    Map<Long, List<Integer>> weeks = new TreeMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      @Nullable Instant date = pieces.get(i).date();
      if (date != null) {
        weeks
            .computeIfAbsent(Math.floorDiv(date.getEpochSecond(), WEEK), w -> new ArrayList<>())
            .add(i);
      }
    }
    if (weeks.size() < LEAST_WEEKS || pieces.size() < LEAST_REPORTS * weeks.size()) {
      return Set.of();
    }
    Map<Integer, Integer> held = new HashMap<>();
    for (List<Integer> week : weeks.values()) {
      Set<Integer> terms = new HashSet<>();
      week.forEach(place -> vectors.get(place).addTerms(terms));
      terms.forEach(term -> held.merge(term, 1, Integer::sum));
    }
    Set<Integer> standing = new HashSet<>();
    held.forEach((term, count) -> {
      if (count >= MOST_WEEKS * weeks.size()) {
        standing.add(term);
      }
    });
    return standing;
  }
}
