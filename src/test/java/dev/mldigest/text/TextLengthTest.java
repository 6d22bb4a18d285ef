package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLengthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "' \u00a0\u3000\n', 1", // a no-break space is seen as such
    "one, 1",
    "'It is a state-of-the-art result — twice.', 7",
    "'우리는 매일 항구의 자료를 모았다.', 5",
    "'हमने हर दिन आँकड़े जमा किए।', 6",
    "猫, 1",
    "我们每天收集港口的数据。, 6",
    "我们用GPT-4模型（2024年）写代码。, 7",
    "毎日、港の記録を集めて、昨日の予報と比べた。, 10",
    "เราเก็บข้อมูลจากท่าเรือทุกวัน, 6",
    "𠀀𠀁𠀂𠀃, 2",
    "'A 🚢 leaves.', 3"
  })
  void words_are_counted_with_blanks_and_estimated_without(String text, int words) {
    assertThat(TextLength.words(text)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour collects its data every day, and compares them.",
        "我们每天收集港口的数据，然后进行比较。",
        "毎日港のデータを集めて比べている。",
        "เราเก็บข้อมูลจากท่าเรือทุกวันแล้วนำมาเปรียบเทียบกัน",
        "យើងប្រមូលទិន្នន័យពីកំពង់ផែរៀងរាល់ថ្ងៃ ហើយប្រៀបធៀបវា។",
        "ພວກເຮົາເກັບກຳຂໍ້ມູນຈາກທ່າເຮືອທຸກໆມື້ ແລະປຽບທຽບກັນ",
        "ကျွန်ုပ်တို့သည်ဆိပ်ကမ်းမှအချက်အလက်များကိုနေ့စဉ်စုဆောင်းပြီးနှိုင်းယှဉ်သည်။"
      })
  void one_sentence_is_about_as_long_in_every_script(String sentence) {
    assertThat(TextLength.words(sentence)).isBetween(6, 14);
    assertThat(TextLength.letters(sentence)).isBetween(40, 80);
  }

  @Test
  void the_first_words_end_where_another_one_begins() {
    assertThat(TextLength.end("one two three", 2)).isEqualTo("one two ".length());
    assertThat(TextLength.end("one two", 2)).isEqualTo("one two".length());
    assertThat(TextLength.end("我们每天收集港口的数据", 2)).isEqualTo(4);
    assertThat(TextLength.end("一", 0)).isZero();
  }

  @Test
  void latin_letters_and_korean_syllables_are_as_long_as_they_are() {
    assertThat(TextLength.letters("Zoë, naïve")).isEqualTo(10);
    assertThat(TextLength.letters("항구")).isEqualTo(4);
    assertThat(TextLength.letters("港口")).isEqualTo(6);
  }

  @Test
  void signs_and_syllables_fill_two_columns_and_vowels_above_a_letter_none() {
    assertThat(TextLength.columns("Zoë’s 3B")).isEqualTo(8);
    assertThat(TextLength.columns("港口。")).isEqualTo(6);
    assertThat(TextLength.columns("모델")).isEqualTo(4);
    assertThat(TextLength.columns("น้ำ")).isEqualTo(2);
    assertThat(TextLength.columns("𠮷ﾓ")).isEqualTo(3);
  }
}
