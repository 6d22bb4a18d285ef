package dev.mldigest.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RougeTest {
  @Test
  void shared_words_shared_pairs_and_the_longest_common_subsequence_count() {
    Rouge rouge = Rouge.of("the cat sat on the mat", List.of("the cat lay on a mat"));
    assertThat(rouge.one()).isCloseTo(2 * 4 / 12.0, within(1e-9));
    assertThat(rouge.two()).isCloseTo(2 * 1 / 10.0, within(1e-9));
    assertThat(rouge.longest()).isCloseTo(2 * 4 / 12.0, within(1e-9));
  }

  @Test
  void a_word_counts_as_often_as_both_have_it() {
    assertThat(Rouge.of("a a a b", List.of("a b b b")).one()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void the_reference_with_the_highest_rouge_1_gives_all_three_figures() {
    Rouge rouge = Rouge.of("red green blue", List.of("blue green red", "red green house tree"));
    assertThat(rouge.one()).isEqualTo(1);
    assertThat(rouge.two()).isZero();
  }

  @Test
  void case_signs_and_inflections_do_not_count() {
    assertThat(Rouge.of("Training, models!", List.of("trains the MODEL")).one())
        .isCloseTo(0.8, within(1e-9));
    assertThat(Rouge.of("", List.of("x")).mean()).isZero();
    assertThat(Rouge.of("x", List.of()).mean()).isZero();
  }

  // Porter's own examples (1980), a few for every step.
  @ParameterizedTest
  @CsvSource({
    "caresses,caress",
    "ponies,poni",
    "cats,cat",
    "agreed,agre",
    "plastered,plaster",
    "motoring,motor",
    "conflated,conflat",
    "hopping,hop",
    "falling,fall",
    "filing,file",
    "happy,happi",
    "sky,sky",
    "relational,relat",
    "conditional,condit",
    "digitizer,digit",
    "vietnamization,vietnam",
    "sensitiviti,sensit",
    "triplicate,triplic",
    "hopeful,hope",
    "goodness,good",
    "revival,reviv",
    "adjustment,adjust",
    "adoption,adopt",
    "effective,effect",
    "probate,probat",
    "rate,rate",
    "cease,ceas",
    "controll,control",
    "roll,roll",
    "was,was"
  })
  void the_stems_are_porters(String word, String stem) {
    assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
  }
}
