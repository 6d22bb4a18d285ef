package dev.mldigest.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.issue.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailsTest {
  private static final Explanation EXPLANATION =
      new Explanation(
          List.of(new Explanation.Part("trust", 0.1 + 0.2), new Explanation.Part("taste", -1e-17)),
          List.of(new Explanation.Part("'router' in the title", 0.25)),
          List.of(new Explanation.Near("Routers\nmeasured", "2026-W07", 0.5)),
          1.0 / 3);

  @Test
  void a_decision_keeps_its_sentence_and_every_digit_of_its_score() {
    String detail = Details.write("A runner-up:\nplace 3.", EXPLANATION);
    assertThat(Details.sentence(detail)).isEqualTo("A runner-up: place 3.");
    assertThat(Details.explanation(detail)).isEqualTo(EXPLANATION);
  }

  @Test
  void details_of_earlier_versions_are_sentences_alone() {
    assertThat(Details.sentence("Place 3 of 4.")).isEqualTo("Place 3 of 4.");
    assertThat(Details.explanation("Place 3 of 4.")).isNull();
    assertThat(Details.explanation("Place 3.\n{\"parts\":[],\"taste\":[],\"near\":[]}"))
        .as("before importance was kept")
        .isEqualTo(new Explanation(List.of(), List.of(), List.of(), null));
    assertThat(Details.explanation("Server said:\nno")).isNull();
    assertThat(Details.explanation(Details.write("Covered.", null))).isNull();
  }
}
