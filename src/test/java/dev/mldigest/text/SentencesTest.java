package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Models, e.g. GPT-2 and BERT, are compared with Smith et al. The rest follows, i.e."
            + " nothing.",
        "Accuracy rose by 3.5 points to 71.2 % on v2.0 of the set.",
        "J. K. Rowling met Dr. Smith and Prof. Jones at the U.S. Senate.",
        "See Fig. 3 and Sec. 4 of vol. 2 for cf. remarks.",
        "The file config.yaml lives at https://example.org/a.b?c=d. in the tree.",
        "It waits ... and then goes on.",
      })
  void stops_inside_a_sentence_do_not_end_it(String sentence) {
    assertThat(Sentences.of(sentence)).containsExactly(sentence);
  }

  @Test
  void a_stop_before_a_capital_ends_a_sentence() {
    assertThat(Sentences.of("We train a model. It works! Does it? vLLM serves it. 3 GPUs suffice."))
        .containsExactly(
            "We train a model.", "It works!", "Does it?", "vLLM serves it.", "3 GPUs suffice.");
  }

  @Test
  void closing_quotes_and_brackets_stay_with_their_sentence() {
    assertThat(Sentences.of("He said: “It works.” (We agree.) \"Why?\" Nobody knows."))
        .containsExactly("He said: “It works.”", "(We agree.)", "\"Why?\"", "Nobody knows.");
  }

  @Test
  void stops_of_other_scripts_end_a_sentence_without_a_blank() {
    assertThat(Sentences.of("费用没有变化。结果相同！为什么？没有人知道｡"))
        .containsExactly("费用没有变化。", "结果相同！", "为什么？", "没有人知道｡");
    assertThat(Sentences.of("誤差は１．５だった．費用は同じだ．")).hasSize(2);
    assertThat(Sentences.of("यह पहला है। यह दूसरा है।")).hasSize(2);
    assertThat(Sentences.of("هل هذا صحيح؟ نعم هو كذلك.")).hasSize(2);
    assertThat(Sentences.of("ទីមួយ។ទីពីរ។")).hasSize(2);
  }

  @Test
  void what_was_said_in_corner_brackets_stays_with_who_said_it() {
    assertThat(Sentences.of("班長は「費用は同じだ。」と述べた。「次も同じだ。」次の日に来た。"))
        .containsExactly("班長は「費用は同じだ。」と述べた。", "「次も同じだ。」", "次の日に来た。");
  }

  @Test
  void thai_is_parted_at_blanks_once_a_sentence_is_long() {
    String clause =
        "เราเก็บข้อมูลจากท่าเรือทุกวันแล้วเปรียบเทียบกับคำพยากรณ์ของวันก่อนและพบว่าเวลารอสั้นลงมาก";

    assertThat(Sentences.of(String.join(" ", clause, clause, clause)))
        .containsExactly(clause, clause, clause);
    assertThat(Sentences.of("วันนี้ ฝนตก")).hasSize(1);
  }

  @Test
  void every_kind_of_new_line_is_a_boundary() {
    assertThat(Sentences.of("A heading\nText one\r\ntext two\u2028text three\u0085text four"))
        .containsExactly("A heading", "Text one", "text two", "text three", "text four");
  }

  @Test
  void a_letter_ends_a_sentence_unless_it_is_an_initial() {
    assertThat(Sentences.of("This is plan B. Nobody had an A. Turing saw it."))
        .containsExactly("This is plan B.", "Nobody had an A.", "Turing saw it.");
  }

  @Test
  void marks_without_a_word_are_no_sentence() {
    assertThat(Sentences.of("One?   . Two. .\n***\n\n--- \nThree.")).hasSize(3);
    assertThat(Sentences.of(" \n\t ")).isEmpty();
    assertThat(Sentences.of("")).isEmpty();
  }

  @Test
  void full_width_marks_end_sentences_without_a_space() {
    assertThat(Sentences.of("我们提出一种方法。它很快！")).containsExactly("我们提出一种方法。", "它很快！");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "!", "a.", "A. ", " ", "\n", "\"", "e.g. ", "。", "!\u0000"})
  void megabytes_of_one_character_stay_linear(String unit) {
    String text = "Start " + unit.repeat(2_000_000 / unit.length()) + "end";
    List<String> sentences =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Sentences.of(text));
    assertThat(sentences).isNotEmpty();
  }

  @Test
  void between_sentences_stands_a_blank_but_not_in_chinese_and_japanese() {
    assertThat(Sentences.joined(List.of("我们训练模型。", "费用下降了。", "GPT is older.", "It works.")))
        .isEqualTo("我们训练模型。费用下降了。 GPT is older. It works.");
    assertThat(Sentences.joined(List.of("모델을 공개했다.", "빠르다."))).isEqualTo("모델을 공개했다. 빠르다.");
  }

  @Test
  void a_blank_within_a_thai_sentence_ends_none() {
    String whole =
        "สาเหตุคือค่าผิดปกติในชั้นความสนใจของแบบจำลองภาษาถูกปัดเศษจนทำให้คะแนนของงานคำนวณลดลงอย่างมาก";
    String waits =
        "เมื่อเก็บเฉพาะแถวเหล่านั้นไว้ที่แปดบิต คะแนนที่หายไปเหลือเพียงเล็กน้อยเท่านั้นเอง";
    String goesOn = "แต่หน่วยความจำเพิ่มขึ้น";
    assertThat(Sentences.of(whole + " " + waits + " " + goesOn))
        .containsExactly(whole, waits + " " + goesOn);
  }
}
