package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AntecedentsTest {
  private static final List<String> BEFORE =
      List.of(
          "We fitted a lamp rota to the quay and asked two old keepers to try it in an essay.",
          "Nets of tar last longer than the harbour remembers.");

  private static boolean isMissed(String sentence, Set<String> known) {
    List<String> text = List.of(BEFORE.get(0), BEFORE.get(1), sentence);
    return new Antecedents(text).isMissed(2, sentence, known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The rota saves 94% of the oil and costs nothing.",
        "In two of three winters, the keepers slept through the storm.",
        "The old keepers wanted no more of it.",
      })
  void a_subject_that_an_earlier_sentence_brought_in_needs_that_sentence(String sentence) {
    assertThat(isMissed(sentence, Set.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour remembers a lamp of glass.",
        "The oldest keepers slept through the storm.",
        "The rota of the northern quay was never written down.",
        "The crane lifts forty boats a day.",
        "With its new crane, Quayside Ltd lifts forty boats.",
        "Boats sank, the keepers slept.",
        "The essay ends with the harbour.",
      })
  void what_everybody_knows_or_the_sentence_tells_needs_none(String sentence) {
    assertThat(isMissed(sentence, Set.of())).isFalse();
  }

  @Test
  void what_is_its_at_the_front_needs_the_sentence_before() {
    assertThat(
            List.of(
                "On its first day the check found two more leaks.",
                "In addition to its order of 30 boats, it bought a crane."))
        .allMatch(sentence -> Antecedents.opensUnowned(sentence, Set.of()));
    assertThat(Antecedents.opensUnowned("With its new crane, Quayside Ltd lifts boats.", Set.of()))
        .isFalse();
  }

  @Test
  void the_sentence_right_before_is_no_help_where_it_did_not_bring_the_subject_in() {
    List<String> text =
        List.of(
            "The harbour adds a lamp rota for the winter.",
            "Nets of tar are sold on the quay again.",
            "The rota saves an hour a night.");
    Standing standing = new Standing("News of the coast", text);
    assertThat(standing.isReadable(new Choice.Chosen(1, text.get(1)), List.of(2))).isFalse();
    assertThat(standing.isReadable(new Choice.Chosen(0, text.get(0)), List.of(2))).isTrue();
  }

  @Test
  void what_the_reader_has_read_is_met() {
    assertThat(isMissed("The rota saves 94% of the oil.", Set.of("rota"))).isFalse();
  }
}
