package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.select.piece.Piece;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriorTest {
  private final Prior shipped = Prior.load();

  private static Piece paper(String title, String text, List<String> authors) {
    return new Piece("p", title, text, null, null, null, null, authors, List.of("cs.CL", "cs.LG"));
  }

  @Test
  void a_released_model_that_reasons_stands_above_a_study_of_a_narrow_application() {
    double model =
        shipped.of(
            paper(
                "Openreason: scaling reinforcement learning for agentic reasoning",
                "We train a 7B language model with reinforcement learning and release code at"
                    + " https://github.com. It surpasses o1 by 12%.",
                List.of("A", "B", "C", "D", "E")));
    double study =
        shipped.of(
            paper(
                "Graph neural network based detection of clinical labels using enhanced features",
                "This study evaluates the accuracy of classification on a dataset of a clinical"
                    + " application.",
                List.of("A")));
    assertThat(model).isGreaterThan(study + 1);
  }

  @Test
  void who_wrote_a_paper_and_where_it_stands_change_nothing() {
    Piece one = paper("On sparse experts", "We train models.", List.of("Ada Known", "B"));
    Piece other =
        new Piece(
            "q",
            one.title(),
            one.text(),
            "https://x.example/",
            null,
            "A famous lab",
            null,
            List.of("Nobody", "C"),
            one.categories());
    assertThat(shipped.of(other)).isEqualTo(shipped.of(one));
  }

  @Test
  void words_said_a_thousand_times_weigh_no_more_than_a_whole_text_does() {
    Piece once = paper("Experts", "reasoning models", List.of("A"));
    String loud = String.join(" ", Collections.nCopies(1_000, "reasoning"));
    Piece shouted = paper("Experts", loud + " models", List.of("A"));
    assertThat(Math.abs(shipped.of(shouted) - shipped.of(once))).isLessThan(1);
  }

  @Test
  void its_reasons_are_the_papers_own_words() {
    Prior prior =
        new Prior(
            Map.of(
                "title quantization", new Prior.Weight(2, 1),
                "word model", new Prior.Weight(1, 1),
                "form question", new Prior.Weight(-1, 1)),
            0,
            1);
    Piece paper = paper("Quantizations at four bits?", "Small Models.", List.of("A"));
    assertThat(prior.reasons(paper, 3)).containsExactly("'Quantizations'", "'Models'");
  }
}
