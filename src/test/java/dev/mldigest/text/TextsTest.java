package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void titles_are_compared_by_their_letters_and_digits() {
    assertThat(Texts.letters("[GPT-5.1]: Été, 第2版!")).isEqualTo("gpt51été第2版");
    assertThat(Texts.words(" “GPT-5.1”: Été ")).isEqualTo("gpt 5 1 été");
  }

  @Test
  void what_looks_the_same_folds_to_the_same() {
    assertThat(Texts.folded("“Ｆast”\u00a0–\u200b it’s ")).isEqualTo("\"Fast\" - it's");
  }
}
