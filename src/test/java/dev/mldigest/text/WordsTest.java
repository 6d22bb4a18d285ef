package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @Test
  void numbers_stay_whole_and_possessives_lose_their_end() {
    assertThat(Words.split("Meta’s ８B model’s 8,500 GPUs: 81.2%, v2.0. It's."))
        .containsExactly("Meta", "8B", "model", "8500", "GPUs", "81.2", "v2.0", "It");
  }

  @Test
  void a_word_in_latin_letters_parts_from_signs_beside_it() {
    assertThat(Words.of("用GPT做")).containsExactly("用", "gpt", "做");
  }

  @Test
  void what_is_longer_than_any_word_is_none() {
    assertThat(Words.split("a " + "x".repeat(1_000) + " b")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "running, runs, run",
    "planned, planning, plan",
    "trains, trained, training",
    "models, model, model",
    "studies, study, study",
    "released, releases, release",
    "quickly, quick, quick",
    "passes, passed, passing",
    "calls, called, calling",
  })
  void what_is_inflected_meets(String one, String other, String third) {
    assertThat(Words.stem(one)).isEqualTo(Words.stem(other)).isEqualTo(Words.stem(third));
  }

  @ParameterizedTest
  @ValueSource(strings = {"string", "bus", "class", "analysis", "red", "bed", "gpt4s2", "sing"})
  void what_only_looks_inflected_stays(String word) {
    assertThat(Words.stem(word)).isEqualTo(word);
  }

  @Test
  void content_is_without_words_that_say_nothing_of_the_subject() {
    assertThat(Words.stems("The models were trained on 8 GPUs, and x without a teacher."))
        .containsExactly("model", "train", "8", "gpus", "without", "teacher");
  }

  @Test
  void words_that_turn_what_is_said_are_no_stop_words() {
    assertThat(Words.isStop("the")).isTrue();
    assertThat(Words.isStop("cannot")).isFalse();
    assertThat(Words.isStop("down")).isFalse();
    assertThat(Words.isStop("without")).isFalse();
  }
}
