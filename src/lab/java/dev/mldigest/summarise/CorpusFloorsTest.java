package dev.mldigest.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.Groundedness;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Floors on the corpora, where they are present: a change that loses quality fails. */
class CorpusFloorsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> EDITS =
      List.of("ectsum", "podcast", "qmsumm", "sales_call", "sales_email", "samsum");

  @Test
  void the_mean_balanced_accuracy_over_six_sets_of_edited_summaries_stays_above_its_floor()
      throws IOException {
    Path folder = Corpora.at("summaries");
    Groundedness groundedness = new Groundedness();
    double sum = 0;
    for (String set : EDITS) {
      Map<String, Boolean> faithful = new HashMap<>();
      for (String line : Files.readAllLines(folder.resolve("edits_" + set + ".gold.jsonl"))) {
        JsonNode gold = MAPPER.readTree(line);
        faithful.put(gold.get("id").asText(), gold.get("label").asInt() == 1);
      }
      int[] good = new int[2];
      int[] bad = new int[2];
      for (String line : Files.readAllLines(folder.resolve("edits_" + set + ".in.jsonl"))) {
        JsonNode pair = MAPPER.readTree(line);
        boolean passed =
            groundedness.check(pair.get("doc").asText(), pair.get("summary").asText()).grounded();
        int[] counts = faithful.getOrDefault(pair.get("id").asText(), false) ? good : bad;
        counts[passed ? 1 : 0]++;
      }
      sum += (double) good[1] / (good[0] + good[1]) / 2 + (double) bad[0] / (bad[0] + bad[1]) / 2;
    }
    // 0.720 measured with the scorer when the floor was set. Most of what it rose by from 0.682
    // lets
    // other spellings of quarters and ranges, weekdays and a few things counted pass in summaries;
    // claims of another hand have none of these.
    assertThat(sum / EDITS.size()).isGreaterThan(0.71);
  }

  @Test
  void every_fit_sentence_of_an_abstract_supports_itself() throws IOException {
    Path file = Corpora.at("summaries/tldr_dev.in.jsonl");
    Groundedness groundedness = new Groundedness();
    for (String line : Files.readAllLines(file)) {
      List<String> sentences =
          MAPPER.convertValue(
              MAPPER.readTree(line).get("source"),
              MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
      for (int i = 0; i < sentences.size(); i++) {
        Claim claim = new Claim(sentences.get(i), List.of(i + 1), sentences.get(i));
        if (!UnfitSentences.test(sentences.get(i))) {
          assertThat(groundedness.findings(sentences, claim)).isEmpty();
        }
      }
    }
  }
}
