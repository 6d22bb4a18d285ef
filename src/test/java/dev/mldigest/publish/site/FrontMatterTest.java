package dev.mldigest.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class FrontMatterTest {
  private static final String[] PIECES = {
    "\"",
    "\\",
    "'",
    ":",
    ": ",
    "#",
    " #",
    "---",
    "\n",
    "\r\n",
    "\t",
    "\u0085",
    "\u2028",
    "\u0000",
    "\u202E",
    "😀",
    "\uD800",
    "ä",
    "{",
    "}",
    "[",
    "]",
    "!",
    "&",
    "*",
    "%",
    "@",
    "`",
    "|",
    ">",
    "-",
    "?",
    "yes",
    "null",
    "0x1",
    "1e3",
    "2026-11-16",
    "\\u0041",
    "\\n",
    "<%",
    "{{",
    "\uFEFF",
    "\uFFFE"
  };

  private static String read(String value) {
    String block = new FrontMatter().text("title", value).plain("draft", true).block();
    assertThat(block).startsWith("---\n").endsWith("---\n\n");
    assertThat(block.lines()).hasSize(5);
    String yaml = block.substring(4, block.length() - 5);
    Map<?, ?> read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    assertThat(read.get("draft")).isEqualTo(true);
    assertThat(read).hasSize(2);
    return String.valueOf(read.get("title"));
  }

  @Test
  void ten_thousand_titles_are_read_as_they_were_written() {
    Random random = new Random(47);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder title = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        title.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String wanted = whole(title.toString().replaceAll("[\n\r\t]", " "));
      assertThat(read(title.toString())).as("title %d", i).isEqualTo(wanted);
    }
  }

  private static String whole(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
