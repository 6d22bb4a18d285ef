package dev.mldigest.summarise.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Lints digests, or says how often each rule of the lint speaks of sentences that people wrote to
 * stand alone: the gists of SciTLDR, and the first sentences of SummEdits' faithful summaries.
 */
@Command(
    name = "saying",
    mixinStandardHelpOptions = true,
    description = "Lint what digests say; without a file, the false alarms on sentences of others.")
public final class SayingCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Parameters(arity = "0..*", paramLabel = "DIGEST", description = "digest.md files.")
  private List<Path> digests = new ArrayList<>();

  @Option(names = "--quiet", description = "Counts alone.")
  private boolean quiet;

  @Option(names = "--show", description = "The sentences that are said to dangle.")
  private boolean show;

  @Option(
      names = "--texts",
      description = "Print what is said of saved texts (JSON lines with title and text).")
  private @Nullable Path texts;

  @Option(names = "--skip", description = "So many of them first.")
  private int skip;

  @Option(names = "--most", description = "So many of them.")
  private int most = Integer.MAX_VALUE / 2;

  @Option(names = "--scored", description = "Of each, so many sentences with what they are worth.")
  private int scored;

  @Override
  public Integer call() throws IOException {
    if (texts != null) {
      SayingReader.print(texts, skip, most, scored);
      return ExitCode.OK;
    }
    for (Path digest : digests) {
      List<SayingLint.Fault> faults = SayingLint.of(Files.readString(digest));
      System.out.println(digest + ": " + SayingLint.shown(SayingLint.counts(faults)));
      if (!quiet) {
        faults.forEach(fault -> System.out.println("  " + fault.rule() + ": " + fault.words()));
      }
    }
    if (digests.isEmpty()) {
      alarms("gists of SciTLDR", gists());
      alarms("faithful summaries of SummEdits", faithful());
    }
    return ExitCode.OK;
  }

  private record Text(String title, String sentence) {}

  private void alarms(String name, List<Text> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    int any = 0;
    for (Text text : texts) {
      Set<String> known = Set.copyOf(Words.roots(text.title()));
      List<String> broken =
          SayingLint.faults("", text.sentence(), known, List.of(text.title()), true);
      broken.forEach(rule -> counts.merge(rule, 1, Integer::sum));
      if (show && broken.contains("dangling")) {
        System.out.println("    " + text.sentence());
      }
      any += broken.isEmpty() ? 0 : 1;
    }
    System.out.printf(Locale.ROOT, "%s: %d, with an alarm %d%n", name, texts.size(), any);
    counts.forEach((rule, n) ->
        System.out.printf(
            Locale.ROOT, "  %-12s %d (%.1f %%)%n", rule, n, 100.0 * n / texts.size()));
  }

  /** The first sentence of each gist: what a person wrote to be read alone. */
  private static List<Text> gists() throws IOException {
    List<Text> gists = new ArrayList<>();
    for (String line : Files.readAllLines(Corpora.at("summaries/tldr_train.jsonl"))) {
      JsonNode paper = MAPPER.readTree(line);
      String title = paper.get("title").asText();
      paper.get("target").forEach(target -> add(gists, title, target.asText()));
    }
    return gists;
  }

  private static List<Text> faithful() throws IOException {
    List<Text> summaries = new ArrayList<>();
    try (Stream<Path> files = Files.list(Corpora.at("summaries"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gold.jsonl")).sorted().toList()) {
        if (!file.getFileName().toString().startsWith("edits_")) {
          continue;
        }
        Map<String, String> texts = new TreeMap<>();
        Path in = file.resolveSibling(file.getFileName().toString().replace(".gold.", ".in."));
        for (String line : Files.readAllLines(in)) {
          JsonNode pair = MAPPER.readTree(line);
          texts.put(pair.get("id").asText(), pair.get("summary").asText());
        }
        for (String line : Files.readAllLines(file)) {
          JsonNode gold = MAPPER.readTree(line);
          if (gold.get("label").asInt() == 1) {
            add(summaries, "", texts.getOrDefault(gold.get("id").asText(), ""));
          }
        }
      }
    }
    return summaries;
  }

  private static void add(List<Text> texts, String title, String text) {
    List<String> sentences = Sentences.of(text);
    if (!sentences.isEmpty()) {
      texts.add(new Text(title, LeadIn.strip(sentences.getFirst())));
    }
  }
}
