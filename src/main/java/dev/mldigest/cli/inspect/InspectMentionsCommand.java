package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.mention.Mentions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which paper each newsletter item speaks of. */
@Command(name = "mentions", description = "Find the papers that newsletter items speak of.")
final class InspectMentionsCommand extends Action {
  @Mixin private JsonOption json;

  @Option(
      names = "--candidates",
      required = true,
      paramLabel = "DIR|FILE",
      description = "Candidates, <sunday>.jsonl.gz files; may be given more than once.")
  private List<String> candidates = List.of();

  @Parameters(paramLabel = "FILE", description = "id, week, title, text a line.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    TreeMap<LocalDate, List<Piece>> weeks = new TreeMap<>();
    Inputs.files(candidates).forEach(path -> read(path, weeks));
    List<Piece> papers = new ArrayList<>();
    TreeMap<LocalDate, Integer> known = new TreeMap<>();
    for (Map.Entry<LocalDate, List<Piece>> week : weeks.entrySet()) {
      papers.addAll(week.getValue());
      known.put(week.getKey(), papers.size());
    }
    Mentions mentions = new Mentions(papers);
    JsonLines out = new JsonLines(System.out);
    try (Stream<String> lines = Inputs.jsonLines(file)) {
      lines.map(PieceLines::readOrError).forEach(line -> print(line, mentions, known, out));
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void read(Path path, Map<LocalDate, List<Piece>> weeks) {
    try (Stream<String> lines = Inputs.jsonLines(path)) {
      lines
          .map(PieceLines::readOrError)
          .filter(PieceLines::isPiece)
          .forEach(line ->
              weeks
                  .computeIfAbsent(week(line), w -> new ArrayList<>())
                  .add(PieceLines.paper(line)));
    }
  }

  private static LocalDate week(JsonNode line) {
    try {
      return LocalDate.parse(line.path("week").asText());
    } catch (DateTimeException e) {
      return LocalDate.MAX; // known to no item that states its week
    }
  }

  private void print(
      JsonNode line, Mentions mentions, NavigableMap<LocalDate, Integer> known, JsonLines out) {
    ObjectNode answer = JsonLines.object();
    if (PieceLines.isPiece(line)) {
      Map.Entry<LocalDate, Integer> upTo = known.floorEntry(week(line));
      Mentions.Mention mention =
          mentions.find(PieceLines.item(line), upTo == null ? 0 : upTo.getValue());
      answer.put("id", line.path("id").asText());
      answer.put("arxiv", mention == null ? null : mention.paper());
      answer.put("score", mention == null ? 0 : mention.score());
    } else {
      PieceLines.error(answer, line);
    }
    if (json.isWanted()) {
      out.write(answer);
    } else {
      System.out.println(answer.path("arxiv").asText() + "  " + line.path("title").asText());
    }
  }
}
