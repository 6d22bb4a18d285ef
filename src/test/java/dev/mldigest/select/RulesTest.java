package dev.mldigest.select;

import static dev.mldigest.select.Newsroom.blog;
import static dev.mldigest.select.Newsroom.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.SourceKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is machine learning? A beginner’s guide|BEGINNER|beginner material",
        "Pandas for beginners|BEGINNER|beginner material",
        "You won't believe what this model did|OFF_TOPIC|click-bait",
        "[Sponsored] Scale your vectors|OFF_TOPIC|sponsored post",
        "Acme is hiring a research engineer|OFF_TOPIC|job advertisement",
      })
  void a_rule_names_itself_and_what_it_found(String title, Reason reason, String rule) {
    var verdict = Rules.judge(candidate("a", blog("b"), title, "Text."));
    assertThat(verdict).isNotNull();
    assertThat(Objects.requireNonNull(verdict).reason()).isEqualTo(reason);
    assertThat(verdict.sentence()).contains("'" + rule + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An introduction to variational inference for state-space models",
        "How we cut p99 inference latency by batching across tenants",
        "Lessons from rehiring: what our ranking model got wrong",
        "What is a good prior for hierarchical models?",
        "Why the loss spikes: a field guide",
        "Quantisation gives 40% offline speed-ups",
      })
  void senior_material_is_not_hit(String title) {
    assertThat(Rules.judge(candidate("a", blog("b"), title, "Text."))).isNull();
  }

  @Test
  void papers_are_never_judged() {
    var source = Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1);
    assertThat(Rules.judge(candidate("a", source, "Learning for beginners", "Text."))).isNull();
  }

  @Test
  void a_long_text_without_a_term_of_the_field_is_off_topic() {
    String recipe =
        "Chop onions, fry garlic gently, pour cream, season, stir, serve warm. ".repeat(40);
    var verdict = Rules.judge(candidate("a", blog("b"), "Soup", recipe));
    assertThat(Objects.requireNonNull(verdict).reason()).isEqualTo(Reason.OFF_TOPIC);
    assertThat(Rules.judge(candidate("a", blog("b"), "Soup", recipe + " A neural network.")))
        .isNull();
    assertThat(Rules.judge(candidate("a", blog("b"), "Soup", "Chop onions."))).isNull();
  }
}
