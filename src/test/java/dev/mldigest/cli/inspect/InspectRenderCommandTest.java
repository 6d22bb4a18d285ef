package dev.mldigest.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.cli.Digest;
import dev.mldigest.cli.console.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectRenderCommandTest {
  @TempDir Path folder;

  @Test
  void each_line_is_answered_in_order_and_a_bad_one_ends_nothing() throws IOException {
    List<JsonNode> lines =
        run(
            "title",
            "{\"id\":\"a\",\"p\":\"[x](https://evil.example)\",\"k\":1}",
            "no json",
            "{\"id\":7}",
            "{\"p\":\"Good\"}");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).path("id").asText()).isEqualTo("a");
    assertThat(lines.get(0).path("markdown").asText())
        .startsWith("# ML Digest – 23 February to 1 March 2026\n")
        .contains("### [\\[x\\](https:/ /evil.example)](https://example.org/item)")
        .doesNotContain("<!--");
    assertThat(lines.get(0).path("html").asText()).contains(">[x](https:/ /evil.example)</a>");
    assertThat(lines.get(0).path("text").asText())
        .contains("[x](https:/ /evil.example) [1]\n", "\n[1] https://example.org/item\n");
    assertThat(lines.get(1).path("error").asText()).isEqualTo("The line is not JSON.");
    assertThat(lines.get(2).path("id").asInt()).isEqualTo(7);
    assertThat(lines.get(2).path("ok").asBoolean()).isFalse();
    assertThat(lines.get(3).path("ok").asBoolean()).isTrue();
  }

  @Test
  void the_text_stands_in_the_named_slot() throws IOException {
    assertThat(markdown("summary")).contains("\n\nPayload\n").contains("[Safe title]");
    assertThat(markdown("note")).contains("Safe summary.\n\nPayload\n").contains("[Safe title]");
    assertThat(markdown("TITLE")).contains("### [Payload](").contains("\n\nSafe summary.\n");
  }

  private String markdown(String slot) throws IOException {
    return run(slot, "{\"p\":\"Payload\"}").getFirst().path("markdown").asText();
  }

  private List<JsonNode> run(String slot, String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("in.jsonl"), String.join("\n", lines));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertThat(Digest.run("inspect", "render", "--json", "--slot", slot, file.toString()))
          .isZero();
    } finally {
      System.setOut(standard);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().map(JsonLines::read).toList();
  }
}
