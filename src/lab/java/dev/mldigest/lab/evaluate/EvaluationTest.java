package dev.mldigest.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  @Test
  void the_small_sets_of_our_own_need_nothing_and_keep_their_floors() {
    List<Figure> figures = figures(null);
    assertThat(figures).allMatch(figure -> figure.set().equals("own"));
    assertThat(value(figures, "gist, ROUGE-1")).isGreaterThan(50);
    assertThat(value(figures, "claims, clean passed")).isEqualTo(100);
    assertThat(value(figures, "claims, wrong number caught")).isEqualTo(100);
    assertThat(value(figures, "claims, wrong negation caught")).isEqualTo(100);
    assertThat(value(figures, "claims, wrong antonym caught")).isEqualTo(100);
    assertThat(value(figures, "hostile texts that change the structure")).isZero();
  }

  @Test
  void a_folder_that_holds_some_of_the_corpora_gives_their_figures(@TempDir Path folder)
      throws IOException {
    Files.createDirectory(folder.resolve("summaries"));
    Files.writeString(
        folder.resolve("summaries/seeded.jsonl"),
        """
        {"doc":"It has 12 parts.","kind":"number","claim":"It has 13 parts.","sentenceIds":[1],"quote":"It has 12 parts."}
        {"doc":"It has 12 parts.","kind":"clean","claim":"It has 12 parts.","sentenceIds":[1],"quote":"It has 12 parts."}
        {"doc":"It has 12 parts.","kind":"clean","claim":"It has 14 parts.","sentenceIds":[1],"quote":"It has 12 parts."}
        """);
    List<Figure> seeded =
        figures(folder).stream().filter(figure -> figure.set().equals("seeded")).toList();
    assertThat(value(seeded, "claims, clean passed")).isEqualTo(50);
    assertThat(value(seeded, "claims, wrong number caught")).isEqualTo(100);
    assertThat(seeded.getFirst().met()).isFalse();
    assertThat(seeded.getLast().met()).isTrue();
  }

  @Test
  void the_gists_of_abstracts_and_hostile_texts_keep_their_floors_on_the_corpora() {
    Path corpora = Corpora.at("");
    List<Figure> gists = new Gists().corpus(corpora);
    // 42.22/21.01/34.83 measured with the scorer when the floors were set.
    assertThat(value(gists, "gist, ROUGE-1")).isGreaterThan(42.0);
    assertThat(value(gists, "gist, ROUGE-2")).isGreaterThan(20.8);
    assertThat(value(gists, "gist, ROUGE-L")).isGreaterThan(34.6);
    assertThat(new HostileTexts().corpus(corpora)).allMatch(figure -> figure.value() == 0);
  }

  @Test
  void a_figure_without_a_target_is_neither_met_nor_missed() {
    assertThat(Figure.atLeast("x", "own", 1, null, 1).met()).isNull();
    assertThat(Figure.atMost("x", "own", 1, 0.0, 1).met()).isFalse();
    assertThat(Figure.atMost("x", "own", 0, 0.0, 1).met()).isTrue();
  }

  private static List<Figure> figures(@Nullable Path corpora) {
    List<Figure> figures = new ArrayList<>();
    new Evaluation().run(corpora, figures::add);
    return figures;
  }

  private static double value(List<Figure> figures, String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
