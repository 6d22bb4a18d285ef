package dev.mldigest.select.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.select.FilterScore;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiltersTrainingTest {
  @Test
  void the_figures_on_publishers_not_seen_in_training_hold() {
    FilterScore score = UnseenFigures.crossValidated(Lessons.own());
    System.out.println(score.table("training set, cross-validated by publisher"));
    FiltersTest.atLeast(
        score, Map.of("beginner", 0.74, "click-bait", 0.64, "sponsored", 0.85, "job", 0.77), 0.94);
    assertThat(score.cutRecall().value()).isGreaterThanOrEqualTo(0.81);
    assertThat(score.kept().value()).isGreaterThanOrEqualTo(0.988);
  }
}
