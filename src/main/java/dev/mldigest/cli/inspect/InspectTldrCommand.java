package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.JsonAnswers;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.summarise.offline.OfflineSummariser;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the one-sentence gist the offline summariser gives each abstract. */
@Command(name = "tldr", description = "One sentence for each abstract, by the offline summariser.")
final class InspectTldrCommand extends Action {
  @Mixin private JsonOption json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON lines with 'paper_id', 'title' and 'source', a list of sentences.")
  private List<String> inputs = new ArrayList<>();

  private final OfflineSummariser summariser = new OfflineSummariser();

  @Override
  public Integer call() {
    return new JsonAnswers(json.isWanted()).all(inputs, "paper_id", this::gist);
  }

  private void gist(JsonNode paper, ObjectNode answer) {
    JsonNode source = paper.path("source");
    if (!source.isArray()) {
      throw new IllegalArgumentException("The field 'source' must be a list of sentences.");
    }
    List<String> sentences = new ArrayList<>();
    source.forEach(sentence -> sentences.add(sentence.asText()));
    answer.put("summary", summariser.gist(paper.path("title").asText(""), sentences));
  }
}
