package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.summarise.offline.OfflineSummariser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** ROUGE of the offline gist of abstracts against gists written by people, in percent. */
final class Gists {
  private static final String SET = "tldr_dev";

  private final OfflineSummariser summariser = new OfflineSummariser();

  List<Figure> corpus(Path corpora) {
    Path abstracts = corpora.resolve("summaries/" + SET + ".in.jsonl");
    Path gold = corpora.resolve("summaries/" + SET + ".gold.jsonl");
    if (!Files.isRegularFile(abstracts) || !Files.isRegularFile(gold)) {
      return List.of();
    }
    Map<String, List<String>> references = new HashMap<>();
    for (JsonNode line : Sets.read(gold)) {
      references.put(line.path("paper_id").asText(), Sets.strings(line.path("target")));
    }
    List<Rouge> scores = new ArrayList<>();
    for (JsonNode paper : Sets.read(abstracts)) {
      String id = paper.path("paper_id").asText();
      scores.add(Rouge.of(gist(paper), references.getOrDefault(id, List.of())));
    }
    return figures(SET, scores, 42.0, 20.3, 34.0);
  }

  List<Figure> own() {
    List<Rouge> scores =
        Sets.own("gists.jsonl").stream()
            .map(paper -> Rouge.of(gist(paper), Sets.strings(paper.path("target"))))
            .toList();
    return figures(Sets.OWN, scores, null, null, null);
  }

  private String gist(JsonNode paper) {
    return summariser.gist(paper.path("title").asText(), Sets.strings(paper.path("source")));
  }

  private static List<Figure> figures(
      String set,
      List<Rouge> scores,
      @Nullable Double one,
      @Nullable Double two,
      @Nullable Double longest) {
    int of = scores.size();
    return List.of(
        Figure.atLeast("gist, ROUGE-1", set, mean(scores, Rouge::one), one, of),
        Figure.atLeast("gist, ROUGE-2", set, mean(scores, Rouge::two), two, of),
        Figure.atLeast("gist, ROUGE-L", set, mean(scores, Rouge::longest), longest, of));
  }

  private static double mean(List<Rouge> scores, ToDoubleFunction<Rouge> part) {
    return 100 * scores.stream().mapToDouble(part).average().orElse(0);
  }
}
