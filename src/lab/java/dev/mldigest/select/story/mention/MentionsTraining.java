package dev.mldigest.select.story.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.lab.Provenance;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.mention.MentionSigns.Sign;
import dev.mldigest.select.story.mention.MentionTrainer.Example;
import dev.mldigest.select.story.mention.MentionTrainer.Score;
import dev.mldigest.testkit.Corpora;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code mentions.weights}, or prints what halves of the items say of each other. The halves
 * are told by the hash of an item's id.
 */
@Command(
    name = "mentions",
    mixinStandardHelpOptions = true,
    description = "Learn which paper an item speaks of: mentions.weights.")
public final class MentionsTraining implements Callable<Integer> {
  private static final String CANDIDATES = "selection/candidates";
  private static final String ITEMS = "stories/mentions.in.jsonl";
  private static final String GOLD = "stories/mentions.gold.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double C = 1;

  @Option(names = "--judge", description = "Write nothing; print what cross-validation says.")
  private boolean judge;

  @Override
  public Integer call() throws IOException {
    Path corpora = Corpora.at("");
    List<Example> examples = examples(corpora);
    if (judge) {
      judge(examples);
    } else {
      Map<String, Double> weights =
          new MentionTrainer(EnumSet.allOf(Sign.class), C).learn(examples);
      System.out.println("in sample: " + Score.of(examples, new MentionSigns(weights)));
      write(weights, corpora);
    }
    return ExitCode.OK;
  }

  private static void judge(List<Example> examples) {
    long missed = examples.stream().filter(Example::isOutOfReach).count();
    System.out.println("papers not among the contenders: " + missed);
    Set<Sign> all = EnumSet.allOf(Sign.class);
    for (double c : new double[] {0.3, 1, 3, 10}) {
      System.out.println("C " + c + ": " + crossValidated(examples, all, c));
    }
    for (Sign sign : Sign.values()) {
      Set<Sign> others = EnumSet.complementOf(EnumSet.of(sign));
      System.out.println("without " + sign.word() + ": " + crossValidated(examples, others, C));
    }
    errors(examples, new MentionTrainer(all, C));
  }

  /** Learned and bounded on one half, judged on the other, both ways. */
  private static Score crossValidated(List<Example> examples, Set<Sign> signs, double c) {
    Score score = new Score(0, 0, 0);
    for (int half = 0; half < 2; half++) {
      MentionSigns learned =
          new MentionSigns(new MentionTrainer(signs, c).learn(half(examples, half)));
      score = score.plus(Score.of(half(examples, 1 - half), learned));
    }
    return score;
  }

  private static List<Example> half(List<Example> examples, int half) {
    return examples.stream().filter(example -> example.half() == half).toList();
  }

  private static void errors(List<Example> examples, MentionTrainer trainer) {
    for (int half = 0; half < 2; half++) {
      MentionSigns learned = new MentionSigns(trainer.learn(half(examples, half)));
      for (Example example : half(examples, 1 - half)) {
        Mentions.Contender best = example.best(learned);
        double margin = best == null ? -9 : learned.margin(best.signs());
        String said = best == null || margin < 0 ? "none" : best.paper();
        if (!said.equals(Objects.requireNonNullElse(example.paper(), "none"))) {
          System.out.printf(
              Locale.ROOT, "%.2f %s, not %s: %s%n", margin, said, example.paper(), example.title());
        }
      }
    }
  }

  private static List<Example> examples(Path corpora) throws IOException {
    List<Piece> papers = new ArrayList<>();
    Map<String, Integer> known = new HashMap<>();
    try (Stream<Path> files = Files.list(corpora.resolve(CANDIDATES))) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode line : lines(file)) {
          papers.add(piece(line, "abstract", "date"));
          known.put(line.path("week").asText(), papers.size());
        }
      }
    }
    Mentions mentions = new Mentions(papers, new MentionSigns(Map.of()));
    Map<String, String> gold = new HashMap<>();
    for (JsonNode line : lines(corpora.resolve(GOLD))) {
      gold.put(line.path("id").asText(), line.path("arxiv").asText("null"));
    }
    List<Example> examples = new ArrayList<>();
    for (JsonNode line : lines(corpora.resolve(ITEMS))) {
      String id = line.path("id").asText();
      String paper = gold.get(id);
      int upTo = known.getOrDefault(line.path("week").asText(), papers.size());
      List<Mentions.Contender> contenders = mentions.contenders(piece(line, "text", "week"), upTo);
      examples.add(
          new Example(
              id, line.path("title").asText(), "null".equals(paper) ? null : paper, contenders));
    }
    return examples;
  }

  private static Piece piece(JsonNode line, String text, String date) {
    return new Piece(
        line.path("id").asText(),
        line.path("title").asText(),
        line.path(text).asText(),
        null,
        null,
        null,
        Instant.parse(line.path(date).asText() + "T00:00:00Z"),
        List.of(),
        List.of());
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        nodes.add(JSON.readTree(line));
      }
    }
    return nodes;
  }

  private static void write(Map<String, Double> weights, Path corpora) throws IOException {
    List<String> lines = new ArrayList<>();
    weights.forEach(
        (name, weight) -> lines.add(String.format(Locale.ROOT, "%.3f %s", weight, name)));
    new Provenance(
            MentionsTraining.class,
            "train mentions",
            "MentionSigns",
            "logistic regression (L2R_LR), C " + C + ", the bound of the best F1",
            corpora,
            List.of(CANDIDATES, ITEMS, GOLD))
        .write("select/mentions.weights", lines);
  }
}
