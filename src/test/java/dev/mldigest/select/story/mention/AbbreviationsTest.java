package dev.mldigest.select.story.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {
  private static List<String> folded(List<String> texts, String text) {
    return Abbreviations.of(texts).fold(Words.stems(text));
  }

  private static List<String> times(int times, String text) {
    return Collections.nCopies(times, text);
  }

  @Test
  void what_texts_often_define_is_one_term_written_short_or_long() {
    List<String> texts = times(5, "We prune Wide Lattice Automata (WLAs) here.");
    assertThat(folded(texts, "Wide Lattice Automata at rest"))
        .isEqualTo(folded(texts, "WLA at rest"));
  }

  @Test
  void a_definition_of_few_texts_is_not_believed() {
    List<String> texts = times(4, "We prune Wide Lattice Automata (WLA) here.");
    assertThat(folded(texts, "Wide Lattice Automata")).hasSize(3);
  }

  @Test
  void an_abbreviation_of_many_meanings_has_none() {
    List<String> texts =
        Stream.of("Wide Lattice Automata", "Warm Liquid Ammonia")
            .flatMap(meaning -> times(6, meaning + " (WLA)").stream())
            .toList();
    assertThat(folded(texts, "Wide Lattice Automata")).hasSize(3);
  }

  @Test
  void letters_that_begin_no_words_before_them_define_nothing() {
    assertThat(folded(times(9, "(WLA) a model (GPT) of ((((( (WL"), "a model of it"))
        .isEqualTo(Words.stems("a model of it"));
  }
}
