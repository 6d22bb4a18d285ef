package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Owlworks buys Barn, a breakthrough nest for owls. ; Owlworks buys Barn, a nest for owls.",
        "Barn is a dramatically easier nest that holds nine owls. ; Barn is a nest that holds"
            + " nine owls.",
        "It includes three state-of-the-art small nests. ; It includes three small nests.",
        "Barn 3 includes Big Barn, Owlworks’ most capable nest to date: a nest of oak. ; Barn 3"
            + " includes Big Barn: a nest of oak.",
        "Remarkably, owls substantially reduce the number of mice. ; Owls reduce the number of"
            + " mice.",
        "Barn is an open nest for owls and it now fully holds nine of them. ; Barn now fully holds"
            + " nine of them.",
        "The counter is an intelligent, silent nest. ; The counter is a silent nest.",
        "A fast and powerful nest is for sale. ; A fast nest is for sale.",
        "To facilitate further research, we release 300 nests. ; We release 300 nests.",
        "We propose a simple yet effective remarkable method. ; We propose a method.",
      })
  void praise_goes_where_the_sentence_stands_without_it(String said, String sober) {
    assertThat(Sober.of(said)).isEqualTo(sober);
    assertThat(Sober.isOf(sober, said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The nest is not significantly warmer than the old one.",
        "Barn outperforms the state-of-the-art nests on two sets.",
        "Barn achieves a new state-of-the-art result on counting owls.",
        "The difference is statistically significant (p = 0.01).",
        "Barn is more powerful than the old nest.",
        "Owls sleep, on average, most deeply at noon.",
      })
  void what_compares_limits_or_is_the_claim_stays(String said) {
    assertThat(Sober.of(said)).isEqualTo(said);
  }
}
