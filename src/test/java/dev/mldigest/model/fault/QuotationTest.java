package dev.mldigest.model.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
  @Test
  void an_ordinary_sentence_is_quoted_as_it_is() {
    String sentence = "Rate limit reached on tokens per day (TPD): Limit 100000, Used 97050.";
    assertThat(Quotation.of(sentence, "secret-of-mine")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incorrect API key provided: sk-proj-abc12345678. Look it up.",
        "Incorrect API key provided: my-own-key. Look it up.",
        "Incorrect API key provided: abcd********wxyz. Look it up.",
        "in organization org_01kjh7p9n8f1qs6nz2bz77vy6b",
        "Authorization: Bearer abcdef",
        "token 0123456789abcdef0123456789abcdef is unknown",
        "owner jane.doe@example.org",
        "see https://example.org/keys?token=abc123",
      })
  void what_is_secret_or_names_an_account_is_not(String sentence) {
    assertThat(Quotation.of(sentence, "my-own-key"))
        .contains("***")
        .doesNotContain("abc", "my-own-key", "wxyz", "kjh7", "cdef", "jane");
  }

  @Test
  void it_is_one_line_of_two_hundred_characters_without_orders_to_the_terminal() {
    String shown = Quotation.of("one\n\u001b[31mtwo\u202e " + "word ".repeat(100), "");
    assertThat(shown).startsWith("one [31mtwo word").endsWith("…").hasSizeLessThanOrEqualTo(200);
    assertThat(shown.codePoints()).allMatch(c -> Character.getType(c) != Character.CONTROL);
  }
}
