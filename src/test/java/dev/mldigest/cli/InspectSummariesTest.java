package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it redirects standard output")
class InspectSummariesTest {
  @TempDir private Path folder;

  private List<JsonNode> run(String command, String... lines) throws IOException {
    Path file = Files.write(folder.resolve("in.jsonl"), List.of(lines));
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertThat(Digest.run("inspect", command, "--json", file.toString())).isZero();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().map(JsonLines::read).toList();
  }

  @Test
  void tldr_answers_each_line_in_order_and_survives_bad_ones() throws IOException {
    List<JsonNode> answers =
        run(
            "tldr",
            "{\"paper_id\":\"b\",\"title\":\"Bees\",\"source\":[\"We count bees by hand and find"
                + " 9.\"]}",
            "no json",
            "{\"paper_id\":\"c\",\"source\":\"text\"}",
            "{\"paper_id\":\"a\",\"title\":\"x\",\"source\":[]}");
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).path("summary").asText())
        .isEqualTo("We count bees by hand and find 9.");
    assertThat(answers.get(1).path("ok").asBoolean()).isFalse();
    assertThat(answers.get(2).path("error").asText()).contains("source");
    assertThat(answers.get(3).path("id").asText()).isEqualTo("a");
    assertThat(answers.get(3).path("summary").asText()).isEmpty();
  }

  @Test
  void grounded_takes_summaries_and_claims() throws IOException {
    List<JsonNode> answers =
        run(
            "grounded",
            "{\"id\":1,\"doc\":\"It has 7 parts.\",\"summary\":\"It has 7 parts.\"}",
            "{\"id\":2,\"doc\":\"It has 7 parts.\",\"summary\":\"It has 8 parts.\"}",
            "{\"id\":3,\"doc\":\"It has 7 parts.\",\"claims\":[{\"claim\":\"It has 7 parts.\","
                + "\"sentenceIds\":[1],\"quote\":\"has 7 parts\"}]}",
            "{\"id\":4,\"doc\":\"It has 7 parts.\",\"claims\":[{\"claim\":\"It has 7 parts.\","
                + "\"sentenceIds\":[2],\"quote\":\"has 7 parts\"}]}",
            "{\"id\":5,\"doc\":7}");
    assertThat(answers)
        .extracting(a -> a.path("grounded").asBoolean())
        .containsExactly(true, false, true, false, false);
    assertThat(answers.get(1).at("/findings/0/kind").asText()).isEqualTo("number");
    assertThat(answers.get(4).path("ok").asBoolean()).isFalse();
  }

  @Test
  void sentences_are_numbered_as_evidence_numbers_them() throws IOException {
    List<JsonNode> answers =
        run("sentences", "{\"id\":\"x\",\"doc\":\"One is here. Two is there.\"}");
    assertThat(answers.getFirst().at("/sentences/1/n").asInt()).isEqualTo(2);
    assertThat(answers.getFirst().at("/sentences/1/text").asText()).isEqualTo("Two is there.");
  }
}
