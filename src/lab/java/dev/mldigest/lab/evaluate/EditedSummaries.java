package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.summarise.ground.Groundedness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well the gate tells faithful summaries from edited ones that cite nothing: balanced accuracy,
 * the mean of the share of faithful ones passed and of unfaithful ones stopped.
 */
final class EditedSummaries {
  private static final List<String> SETS =
      List.of("ectsum", "podcast", "qmsumm", "sales_call", "sales_email", "samsum");

  private final Groundedness groundedness = new Groundedness();

  /** A figure a set and their mean, as far as the sets are there. */
  List<Figure> corpus(Path corpora) {
    List<Figure> figures = new ArrayList<>();
    int pairs = 0;
    double passed = 0;
    for (String set : SETS) {
      Path edited = corpora.resolve("summaries/edits_" + set + ".in.jsonl");
      Path gold = corpora.resolve("summaries/edits_" + set + ".gold.jsonl");
      if (Files.isRegularFile(edited) && Files.isRegularFile(gold)) {
        Set<String> faithful = new HashSet<>();
        Sets.read(gold).stream()
            .filter(line -> line.path("label").asInt() == 1)
            .forEach(line -> faithful.add(line.path("id").asText()));
        Shares shares = shares(Sets.read(edited), faithful);
        figures.add(
            Figure.atLeast(
                "gate, balanced accuracy", "edits_" + set, shares.balanced(), null, shares.all()));
        pairs += shares.all();
        passed += shares.passed();
      }
    }
    if (figures.size() == SETS.size()) {
      double mean = figures.stream().mapToDouble(Figure::value).average().orElse(0);
      figures.add(Figure.atLeast("gate, balanced accuracy", "mean of six", mean, .66, pairs));
      figures.add(
          Figure.atLeast(
              "gate, faithful passed", "mean of six", passed / SETS.size(), null, pairs));
    }
    return figures;
  }

  private Shares shares(List<JsonNode> pairs, Set<String> faithful) {
    Shares shares = new Shares();
    for (JsonNode pair : pairs) {
      shares.count(
          faithful.contains(pair.path("id").asText()),
          groundedness.check(pair.path("doc").asText(), pair.path("summary").asText()).grounded());
    }
    return shares;
  }

  /** Counts of one set. */
  private static final class Shares {
    private int good;
    private int goodPassed;
    private int bad;
    private int badStopped;

    void count(boolean faithful, boolean passed) {
      good += faithful ? 1 : 0;
      bad += faithful ? 0 : 1;
      goodPassed += faithful && passed ? 1 : 0;
      badStopped += !faithful && !passed ? 1 : 0;
    }

    int all() {
      return good + bad;
    }

    double passed() {
      return (double) goodPassed / Math.max(1, good);
    }

    double balanced() {
      return (passed() + (double) badStopped / Math.max(1, bad)) / 2;
    }
  }
}
