package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain, ä and 日本\n\tas it is\r\n",
        "می\u200Cخواهم", // Persian: a suffix that does not join
        "بَ\u200Cب", // behind a vowel sign
        "क\u094D\u200Dष and क\u094D\u200Cष", // Devanagari: half forms
        "👩\u200D👩\u200D👧, 🏃🏽\u200D♀\uFE0F, ❤\uFE0F",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "ភាសា\u200Bខ្មែរ",
        "עברית\u200F!",
        "\u2068עברית\u2069 · \u2068\u2067a\u2069b\u2069",
        "葛\uDB40\uDD00",
        "\u0600١٢"
      })
  void what_a_script_an_emoji_or_a_line_of_both_directions_needs_stays(String text) {
    assertThat(Invisible.removed(text)).isEqualTo(text);
  }

  @Test
  void what_turns_words_around_hides_them_or_carries_others_is_gone() {
    assertThat(Invisible.removed("a\u202Eb\u202Dc\u202Ad\u202Be\u202Cf")).isEqualTo("abcdef");
    assertThat(Invisible.removed("a\u2067b\nc\u2069d\u2066")).isEqualTo("ab\ncd");
    assertThat(Invisible.removed("p\u200Ba\u200Cy\u200Dp\u2060a\uFEFFl\u00AD\u034F\u180E"))
        .isEqualTo("paypal");
    assertThat(Invisible.removed("a\u200Eb\u200Fc\u061C")).isEqualTo("abc");
    assertThat(Invisible.removed("x\uDB40\uDC41\uDB40\uDC7F \uD83C\uDFF4\uDB40\uDC67"))
        .isEqualTo("x \uD83C\uDFF4");
    assertThat(Invisible.removed("😀\uFE0F\uFE0E\uFE01\uDB40\uDD00")).isEqualTo("😀\uFE0F");
    assertThat(Invisible.removed("two\u000Bwords\fin\u0085rows")).isEqualTo("two words in rows");
    assertThat(Invisible.removed("a\u0000\u001B[2Jb\u009B")).isEqualTo("a[2Jb");
    assertThat(Invisible.removed("ب\u200D\u200D\u200C")).isEqualTo("ب\u200D");
  }

  @Test
  void what_was_cleaned_is_clean() {
    String text = "a\u2067\u202Eb\u2069 ب\u200C\u200Dب 👩\u200D\u200D👩 \u2069\u2066x";
    String once = Invisible.removed(text);
    assertThat(Invisible.removed(once)).isEqualTo(once);
  }
}
