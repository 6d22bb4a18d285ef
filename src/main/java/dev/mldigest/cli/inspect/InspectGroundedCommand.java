package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.JsonAnswers;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.summarise.ground.Groundedness;
import dev.mldigest.summarise.ground.Verdict;
import dev.mldigest.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows whether summaries, or claims with cited sentences, are supported by their documents. */
@Command(
    name = "grounded",
    description = "Whether a summary, or claims with citations, are supported by their document.")
final class InspectGroundedCommand extends Action {
  @Mixin private JsonOption json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON lines with 'id', 'doc' and either 'summary' or 'claims'.")
  private List<String> inputs = new ArrayList<>();

  private final Groundedness groundedness = new Groundedness();

  @Override
  public Integer call() {
    return new JsonAnswers(json.isWanted()).all(inputs, "id", this::check);
  }

  private void check(JsonNode input, ObjectNode answer) {
    String document = text(input, "doc");
    Verdict verdict =
        input.hasNonNull("claims")
            ? groundedness.check(Sentences.of(document), claims(input.get("claims")))
            : groundedness.check(document, text(input, "summary"));
    answer.put("grounded", verdict.grounded()).put("score", verdict.score());
    var findings = answer.putArray("findings");
    for (Finding finding : verdict.findings()) {
      findings
          .addObject()
          .put("kind", finding.kind())
          .put("claim", finding.claim())
          .put("detail", finding.detail());
    }
  }

  private static List<Claim> claims(JsonNode array) {
    List<Claim> claims = new ArrayList<>();
    for (JsonNode claim : array) {
      List<Integer> numbers = new ArrayList<>();
      // A number that is none, or beyond int, cites a sentence that does not exist.
      claim.path("sentenceIds").forEach(n -> numbers.add(n.canConvertToInt() ? n.intValue() : 0));
      claims.add(new Claim(text(claim, "claim"), numbers, text(claim, "quote")));
    }
    return claims;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("The field '" + field + "' must be a text.");
    }
    return value.asText();
  }
}
