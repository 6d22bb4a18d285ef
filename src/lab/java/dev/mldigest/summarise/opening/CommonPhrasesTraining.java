package dev.mldigest.summarise.opening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.lab.Provenance;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;

/**
 * Counts the pairs of words that every hundredth paper of the field says, in every sixth week:
 * common-phrases.txt.
 */
@Command(
    name = "phrases",
    mixinStandardHelpOptions = true,
    description = "Count what is said of everything in the field: common-phrases.txt.")
public final class CommonPhrasesTraining implements Callable<Integer> {
  private static final String CANDIDATES = "selection/candidates";

  /** At one in a hundred, three of twelve items share a phrase by chance in one issue of 4,500. */
  private static final double SHARE = 0.01;

  /** Nine thousand papers: a share of one in a hundred is known to a tenth of it. */
  private static final int STEP = 6;

  /** Nothing that ships has seen a later week. */
  private static final String LAST = "2025-12-14";

  @Override
  public Integer call() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    int papers = 0;
    for (Path week : weeks()) {
      try (var lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(week)), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          papers++;
          phrases(line).forEach(phrase -> counts.merge(phrase, 1, Integer::sum));
        }
      }
    }
    int least = (int) Math.ceil(SHARE * papers);
    Set<String> common = new TreeSet<>();
    counts.forEach((phrase, count) -> {
      if (count >= least) {
        common.add(phrase);
      }
    });
    new Provenance(
            CommonPhrasesTraining.class,
            "train phrases",
            "Theme",
            "pairs of stems in %s of %,d titles and abstracts".formatted(SHARE, papers),
            Corpora.at(""),
            weeks().stream().map(week -> CANDIDATES + "/" + week.getFileName()).toList())
        .write("summarise/common-phrases.txt", List.copyOf(common));
    return ExitCode.OK;
  }

  private static List<Path> weeks() throws IOException {
    try (Stream<Path> files = Files.list(Corpora.at(CANDIDATES))) {
      List<Path> all =
          files
              .filter(file -> String.valueOf(file.getFileName()).compareTo(LAST + ".jsonl.gz") <= 0)
              .sorted()
              .toList();
      return IntStream.range(0, all.size()).filter(i -> i % STEP == 0).mapToObj(all::get).toList();
    }
  }

  private static Set<String> phrases(String line) throws IOException {
    JsonNode paper = new ObjectMapper().readTree(line);
    Set<String> phrases = new HashSet<>();
    for (String text : List.of(paper.path("title").asText(), paper.path("abstract").asText())) {
      Theme.pairs(text)
          .forEach(pair ->
              phrases.add(Words.stem(Theme.low(pair[0])) + " " + Words.stem(Theme.low(pair[1]))));
    }
    return phrases;
  }
}
