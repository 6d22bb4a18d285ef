package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.Groundedness;
import dev.mldigest.text.Sentences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many claims with one planted error the gate stops, by kind of error, and how many clean ones
 * it passes, in percent. Reads lines {@code {"doc", "kind", "claim", "sentenceIds", "quote"}}, the
 * kind {@code clean} or the name of an error: our own few, and {@code summaries/seeded.jsonl} of a
 * folder of corpora, which whatever plants errors may write.
 */
final class SeededErrors {
  private static final String CLEAN = "clean";
  private static final Map<String, Double> TARGETS =
      Map.of(CLEAN, 97.0, "number", 99.0, "name", 99.0, "negation", 97.0, "antonym", 75.0);

  private final Groundedness groundedness = new Groundedness();

  List<Figure> corpus(Path corpora) {
    Path file = corpora.resolve("summaries/seeded.jsonl");
    return Files.isRegularFile(file) ? figures("seeded", Sets.read(file)) : List.of();
  }

  List<Figure> own() {
    return figures(Sets.OWN, Sets.own("claims.jsonl"));
  }

  private List<Figure> figures(String set, List<JsonNode> claims) {
    Map<String, int[]> counts = new TreeMap<>(); // right, all
    for (JsonNode line : claims) {
      boolean passes = passes(line);
      String kind = line.path("kind").asText();
      int[] count = counts.computeIfAbsent(kind, any -> new int[2]);
      count[0] += passes == kind.equals(CLEAN) ? 1 : 0;
      count[1]++;
    }
    List<Figure> figures = new ArrayList<>();
    counts.forEach((kind, count) -> {
      String name =
          kind.equals(CLEAN) ? "claims, clean passed" : "claims, wrong " + kind + " caught";
      double share = 100.0 * count[0] / count[1];
      figures.add(Figure.atLeast(name, set, share, TARGETS.get(kind), count[1]));
    });
    return figures;
  }

  private boolean passes(JsonNode line) {
    List<Integer> ids = new ArrayList<>();
    line.path("sentenceIds").forEach(id -> ids.add(id.asInt()));
    Claim claim = new Claim(line.path("claim").asText(), ids, line.path("quote").asText());
    return groundedness.findings(Sentences.of(line.path("doc").asText()), claim).isEmpty();
  }
}
