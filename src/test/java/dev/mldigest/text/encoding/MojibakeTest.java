package dev.mldigest.text.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static String misread(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë’s naïve café – 3 €, windows-1252",
    "Zoë’s naïve café – 3 €, ISO-8859-1",
    "Привет мир, ISO-8859-1",
    "数据与模型, ISO-8859-1",
    "It’s the model’s, windows-1251",
    "модели, windows-1251",
    "A rocket 🚀, ISO-8859-1"
  })
  void text_that_was_taken_for_an_older_encoding_is_healed(String meant, String charset) {
    assertThat(Mojibake.healed(misread(meant, charset))).isEqualTo(meant);
  }

  @Test
  void text_that_went_through_it_twice_is_healed_twice() {
    assertThat(Mojibake.healed(misread(misread("café’s", "ISO-8859-1"), "ISO-8859-1")))
        .isEqualTo("café’s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "Où êtes-vous ? Là\u00a0», près du château",
        "„Das macht Spaß“",
        "Spaß“",
        "NÃO É ASSIM",
        "voilà\u00a0»",
        "√π is no mojibake, nor is √∂",
        "Привет, «мир» – Россия",
        "The sign ’ is shown as â€™ by “old” programs",
        "日本語 â€™"
      })
  void honest_text_stays_as_it_is(String text) {
    assertThat(Mojibake.healed(text)).isEqualTo(text);
  }

  @Test
  void an_honest_frame_around_a_mistreated_text_is_no_objection() {
    String text = "It’s what the model’s makers say – so. ".repeat(3);
    assertThat(Mojibake.healed("© The Example " + misread(text, "windows-1252") + "à\u00a0»"))
        .isEqualTo("© The Example " + text + "à\u00a0»");
  }
}
