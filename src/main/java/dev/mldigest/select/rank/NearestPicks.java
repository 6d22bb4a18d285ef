package dev.mldigest.select.rank;

import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.piece.SparseVector;
import dev.mldigest.select.piece.TermSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The past picks that stories are most like, by their words: for explaining, never for ranking. */
public final class NearestPicks {
  /** Picks that an explanation names: it is read on a screen. */
  private static final int MOST = 3;

  /** Less in common is chance. */
  private static final double CLOSE = 0.12;

  private NearestPicks() {}

  /** For each story the nearest first, at most three. */
  public static List<List<Explanation.Near>> of(List<Ranker.Scored> stories, PastIssues past) {
    List<PastIssues.Past> picks = past.items().stream().filter(PastIssues.Past::picked).toList();
    TermSpace space = new TermSpace();
    for (Ranker.Scored story : stories) {
      Piece piece = Piece.of(story.story().primary());
      space.add(Profile.terms(piece.title(), piece.text()));
    }
    picks.forEach(pick -> space.add(Profile.terms(pick.title(), pick.text())));
    List<SparseVector> vectors = space.vectors();
    List<List<Explanation.Near>> nearest = new ArrayList<>();
    for (SparseVector story : vectors.subList(0, stories.size())) {
      nearest.add(nearest(story, vectors.subList(stories.size(), vectors.size()), picks));
    }
    return nearest;
  }

  private static List<Explanation.Near> nearest(
      SparseVector story, List<SparseVector> vectors, List<PastIssues.Past> picks) {
    List<Explanation.Near> near = new ArrayList<>();
    for (int i = 0; i < picks.size(); i++) {
      double likeness = story.dot(vectors.get(i));
      if (likeness >= CLOSE) {
        PastIssues.Past pick = picks.get(i);
        near.add(new Explanation.Near(pick.title(), pick.week().toString(), likeness));
      }
    }
    near.sort(
        Comparator.comparingDouble((Explanation.Near one) -> -one.likeness())
            .thenComparing(Explanation.Near::title)
            .thenComparing(Explanation.Near::week));
    return List.copyOf(near.subList(0, Math.min(MOST, near.size())));
  }
}
