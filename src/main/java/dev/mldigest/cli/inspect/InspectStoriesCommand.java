package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.same.SameStory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows which reports of a file tell the same story. */
@Command(name = "stories", description = "Group the reports of a JSON-lines file into stories.")
final class InspectStoriesCommand extends Action {
  @Mixin private JsonOption json;
  @Mixin private ConfigOption config;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "id, title, text?, url?, publisher?, ts? a line.")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    JsonLines out = new JsonLines(System.out);
    try (Embedded embedded = Embedded.of(config.audience())) {
      for (Path file : Inputs.files(files)) {
        group(file, embedded.embeddings(), out);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private void group(Path file, Embeddings embeddings, JsonLines out) {
    List<JsonNode> lines = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    try (Stream<String> input = Inputs.jsonLines(file)) {
      input.map(PieceLines::readOrError).forEach(lines::add);
    }
    for (JsonNode line : lines) {
      if (PieceLines.isPiece(line)) {
        pieces.add(PieceLines.report(line));
      }
    }
    int[] stories = SameStory.group(pieces, embeddings);
    int next = 0;
    for (JsonNode line : lines) {
      ObjectNode answer = JsonLines.object();
      if (PieceLines.isPiece(line)) {
        answer.put("id", line.path("id").asText()).put("cluster", "s" + stories[next++]);
      } else {
        PieceLines.error(answer, line);
      }
      print(out, answer, line.path("title").asText());
    }
  }

  private void print(JsonLines out, ObjectNode answer, @Nullable String title) {
    if (json.isWanted()) {
      out.write(answer);
    } else {
      System.out.println(answer.path("cluster").asText() + "  " + title);
    }
  }
}
