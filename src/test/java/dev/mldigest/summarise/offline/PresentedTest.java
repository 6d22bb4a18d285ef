package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "We introduce OwlNet, a counter that finds owls in pictures by night. ; OwlNet is a counter"
            + " that finds owls in pictures by night.",
        "To count owls at night, we propose Owl Net v0.3 (ON), an aerial counter of owls in trees."
            + " ; Owl Net v0.3 (ON) is an aerial counter of owls in trees.",
        "We propose the Owl Process Verifier (OPV), which checks the count of each keeper. ; The"
            + " Owl Process Verifier (OPV) checks the count of each keeper.",
        "This paper presents nest guidance, a method for steering owls to their nests. ; Nest"
            + " guidance is a method for steering owls to their nests.",
        "We're releasing Barn 3, the next generation of nests for owls. ; Barn 3 is the next"
            + " generation of nests for owls.",
      })
  void a_new_thing_is_told_of_itself(String said, String told) {
    assertThat(Presented.of(said)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We introduce OwlNet, the first counter of owls that works at night.",
        "We introduce OwlNet, a counter of owls, and show that it works at night.",
        "We introduce a new counter, a simple one with two lamps and a bell.",
        "We introduce OwlNet and NestNet, a pair of counters for owls in trees.",
        "We show OwlNet, a counter that finds owls in pictures by night.",
        "We introduce OwlNet, which we trained on pictures of owls by night.",
        "We introduce OwlNet, our newest counter of owls in the old trees.",
      })
  void what_its_authors_claim_or_do_besides_stays_theirs(String said) {
    assertThat(Presented.of(said)).isEmpty();
  }
}
