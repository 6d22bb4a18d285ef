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

  @Test
  void chinese_parts_into_the_words_of_its_dictionary_and_new_names_into_pairs_of_signs() {
    assertThat(Words.of("团队发布大型语言模型，林致远的权重已开源"))
        .containsExactly("团队", "发布", "大型", "语言", "模型", "林致远", "的", "权重", "重已", "已开", "开源");
  }

  @Test
  void of_japanese_particles_and_endings_say_nothing_of_the_subject() {
    assertThat(Words.stems("研究所は日本語の言語モデルを公開した。")).containsExactly("研究所", "日本語", "言語", "モデル", "公開");
  }

  @Test
  void thai_parts_into_words_with_their_vowels_and_tones() {
    assertThat(Words.of("ดาวน์โหลดน้ำหนักแบบจำลองภาษา"))
        .containsExactly("ดาวน์โหลด", "น้ำ", "หนัก", "แบบ", "จำลอง", "ภาษา");
  }

  @Test
  void a_korean_noun_meets_itself_whatever_particle_follows() {
    assertThat(Words.stems("모델을 공개했다. 두루미-20B를"))
        .isEqualTo(Words.stems("모델이 공개한다. 두루미-20B는"))
        .containsExactly("모델", "공개", "두루미", "20b");
  }

  @Test
  void an_arabic_noun_meets_itself_with_and_without_article_conjunction_and_vowels() {
    assertThat(Words.stems("والنموذجُ المختبر الأوزان"))
        .isEqualTo(Words.stems("نموذج مختبر أوزان"))
        .hasSize(3);
  }

  @Test
  void a_paragraph_without_blanks_has_words_however_long_it_is() {
    assertThat(Words.of("语言模型".repeat(100))).hasSize(200);
  }
}
