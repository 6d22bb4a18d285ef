package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EscapesTest {
  @Test
  void what_would_act_on_a_terminal_is_escaped_and_reads_back_the_same() throws Exception {
    ObjectMapper json = new ObjectMapper();
    StringBuilder all = new StringBuilder("é 漢 😀 \n\t");
    for (int c = 0; c < 0xA1; c++) {
      all.append((char) c);
    }
    all.append("\u202e\u2066\u2028\u2029\u200f").appendCodePoint(0xE0041);

    String escaped = Escapes.json(json.writeValueAsString(all.toString()));

    assertThat(json.readValue(escaped, String.class)).isEqualTo(all.toString());
    assertThat(escaped).contains("é 漢 😀").contains("\\u009b").contains("\\udb40\\udc41");
    assertThat(escaped.codePoints().filter(EscapesTest::acts)).isEmpty();
  }

  private static boolean acts(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
