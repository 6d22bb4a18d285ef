package dev.mldigest.select.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.Newsroom;
import dev.mldigest.select.piece.SparseVector;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Taste;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImportanceTest {
  private final List<Ranker.Scored> all = new ArrayList<>();

  @Test
  void the_best_of_many_is_expected_as_far_above_the_rest_as_it_is() {
    assertThat(Importance.expectedBest(1)).isZero();
    assertThat(Importance.expectedBest(10)).isCloseTo(1.54, within(0.1));
    assertThat(Importance.expectedBest(1_000)).isCloseTo(3.24, within(0.05));
  }

  @Test
  void a_section_of_many_on_a_larger_scale_does_not_lead_for_that() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      add("paper" + i, SourceKind.ARXIV, "papers", 2 * random.nextGaussian(), 0);
    }
    for (int i = 0; i < 9; i++) {
      add("news" + i, SourceKind.NEWS, "news", -3 + 0.1 * i, 0);
    }
    Ranker.Scored mentioned = add("mentioned", SourceKind.NEWS, "news", -2, 1);
    Ranker.Scored best = all.stream().max((a, b) -> Double.compare(a.score(), b.score())).get();
    Importance importance = Importance.of(all);
    assertThat(best.score()).isGreaterThan(5);
    assertThat(importance.above(best)).isBetween(-1.0, 1.0);
    assertThat(importance.above(mentioned)).isGreaterThan(importance.above(best) - 1);
    assertThat(importance.of(mentioned)).isGreaterThan(importance.of(best));
    all.clear();
    add("alone", SourceKind.BLOG, "posts", 3, 0);
    assertThat(Importance.of(all).above(all.getFirst())).isZero();
  }

  private Ranker.Scored add(
      String id, SourceKind kind, String section, double score, int mentions) {
    Source source = Newsroom.source(id, kind, section, 1);
    Candidate candidate = Newsroom.candidate(id, source, "Title " + id, "Text.");
    List<Candidate> roundUps = new ArrayList<>();
    for (int i = 0; i < mentions; i++) {
      Source letter = Newsroom.source("letter" + i, SourceKind.BLOG, section, 1);
      roundUps.add(Newsroom.candidate("letter" + i, letter, "Links of the week", "Text."));
    }
    Ranker.Scored scored =
        new Ranker.Scored(
            new Story(id, candidate, List.of(candidate), roundUps),
            score,
            "Why.",
            SparseVector.of(Map.of(1, 1.0)),
            false,
            List.of(),
            Taste.Liking.NONE);
    all.add(scored);
    return scored;
  }
}
