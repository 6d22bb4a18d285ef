package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCutTest {
  @ParameterizedTest
  @CsvSource({
    "one two three, 9, one two",
    "one two, 7, one two",
    "团队发布大型语言模型, 7, 团队发布大型",
    "言語モデルを公開, 4, 言語",
    "ดาวน์โหลดน้ำหนัก, 12, ดาวน์โหลดน้ำ",
    "모델을 공개했다, 6, 모델을",
  })
  void a_text_is_cut_between_words(String text, int most, String front) {
    assertThat(TextCut.front(text, most)).isEqualTo(front);
  }

  @Test
  void what_shows_as_one_letter_stays_whole_where_no_word_ends() {
    String family = "👨‍👩‍👧";
    assertThat(TextCut.front("x".repeat(100) + family, 102)).isEqualTo("x".repeat(100));
    assertThat(TextCut.front("e\u0301".repeat(100), 61)).isEqualTo("e\u0301".repeat(30));
  }
}
