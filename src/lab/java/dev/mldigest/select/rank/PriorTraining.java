package dev.mldigest.select.rank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.lab.Provenance;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.PriorTrainer.Row;
import dev.mldigest.testkit.Corpora;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code prior.weights} from the picks of an editor and of a crowd, or prints what one
 * hand's picks say of the other's, of later weeks.
 */
@Command(
    name = "prior",
    mixinStandardHelpOptions = true,
    description = "Learn which papers editors choose: prior.weights.")
public final class PriorTraining implements Callable<Integer> {
  static final LocalDate LAST_LEARNED = LocalDate.parse("2025-06-29");

  /** Later weeks are read by people who judge whole digests: nothing may know them. */
  static final LocalDate LAST = LocalDate.parse("2025-12-14");

  /** The crowd's picks begin here: papers before it were not rejected. */
  private static final LocalDate FIRST_OF_CROWD = LocalDate.parse("2025-01-19");

  private static final String CANDIDATES = "selection/candidates";
  private static final String EDITOR = "selection/picks.jsonl";
  private static final String CROWD = "selection/picks_crowd.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of 0.3, 0.5, 0.8, 1, 2 and 3, by the weeks to June 2025, each ranked by the others. */
  static final double C = 0.5;

  /**
   * An editor picks seven of a week, the crowd fifty: learned to June 2025, three of 1, 3, 6 and 12
   * is the most that helps with the editor's later picks (percentile .869 to .895) and costs none
   * of the crowd's (.868, .867).
   */
  private static final int EDITOR_COUNTS = 3;

  @Option(names = "--judge", description = "Write nothing; print what one hand says of another.")
  private boolean judge;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Learn from the crowd's picks of the weeks to this one only, and write that.")
  private String to = "";

  @Override
  public Integer call() throws IOException {
    Path corpora = Corpora.at("");
    List<Row> rows = rows(corpora.resolve(CANDIDATES));
    Set<String> crowd = picks(corpora.resolve(CROWD));
    Set<String> editor = picks(corpora.resolve(EDITOR));
    if (judge) {
      judge(rows, crowd, editor);
    } else if (!to.isEmpty()) {
      Prior prior = learn(rows, crowd, Set.of(), LocalDate.parse(to));
      write(prior, "the crowd's picks to " + to, corpora);
    } else {
      Prior prior = learn(rows, crowd, editor, LAST);
      write(prior, "the crowd's picks and thrice the editor's of the weeks to " + LAST, corpora);
    }
    return ExitCode.OK;
  }

  /** Learned from the weeks from the crowd's first to a last. */
  private static Prior learn(
      List<Row> rows, Set<String> crowd, Set<String> editor, LocalDate last) {
    List<Row> read =
        rows.stream()
            .filter(row -> !row.week().isBefore(FIRST_OF_CROWD) && !row.week().isAfter(last))
            .toList();
    int[] chosen = new int[read.size()];
    for (int i = 0; i < chosen.length; i++) {
      String pick = read.get(i).week() + " " + read.get(i).id();
      chosen[i] = editor.contains(pick) ? EDITOR_COUNTS : crowd.contains(pick) ? 1 : 0;
    }
    return new PriorTrainer(C).learn(read, chosen);
  }

  private static void judge(List<Row> rows, Set<String> crowd, Set<String> editor) {
    Prior ofCrowd = learn(rows, crowd, Set.of(), LAST_LEARNED);
    Prior ofEditor = learn(rows, Set.of(), editor, LAST_LEARNED);
    Prior ofBoth = learn(rows, crowd, editor, LAST_LEARNED);
    report("crowd's picks to 2025-06-29, on the editor's later ones", rows, ofCrowd, editor);
    report("crowd's picks to 2025-06-29, on the crowd's later ones", rows, ofCrowd, crowd);
    report("editor's picks to 2025-06-29, on the crowd's later ones", rows, ofEditor, crowd);
    report("editor's picks to 2025-06-29, on the editor's later ones", rows, ofEditor, editor);
    report("both's picks to 2025-06-29, on the editor's later ones", rows, ofBoth, editor);
    report("both's picks to 2025-06-29, on the crowd's later ones", rows, ofBoth, crowd);
  }

  /** Over the weeks after what was learned: the mean share of a week's papers below a pick. */
  private static void report(String what, List<Row> rows, Prior prior, Set<String> picks) {
    Map<LocalDate, List<Row>> weeks = new HashMap<>();
    rows.stream()
        .filter(row -> row.week().isAfter(LAST_LEARNED))
        .forEach(row -> weeks.computeIfAbsent(row.week(), week -> new ArrayList<>()).add(row));
    List<double[]> judged = new ArrayList<>();
    weeks.forEach((week, papers) -> {
      List<Row> ranked = new ArrayList<>(papers);
      Map<Row, Double> scores = new HashMap<>();
      papers.forEach(row -> scores.put(row, prior.ofFeatures(row.features())));
      ranked.sort(Comparator.comparingDouble(row -> -scores.getOrDefault(row, 0.0)));
      double below = 0;
      int found = 0;
      int all = 0;
      for (int place = 0; place < ranked.size(); place++) {
        if (picks.contains(week + " " + ranked.get(place).id())) {
          below += 1 - place / (ranked.size() - 1.0);
          found += place < 20 ? 1 : 0;
          all++;
        }
      }
      if (all > 0) {
        judged.add(new double[] {below / all, (double) found / all});
      }
    });
    System.out.printf(
        Locale.ROOT,
        "%s: percentile %.3f, R@20 %.3f (%d weeks)%n",
        what,
        judged.stream().mapToDouble(one -> one[0]).average().orElse(0),
        judged.stream().mapToDouble(one -> one[1]).average().orElse(0),
        judged.size());
  }

  private static void write(Prior prior, String learned, Path corpora) throws IOException {
    new Provenance(
            PriorTraining.class,
            "train prior",
            "Prior",
            "logistic regression (L2R_LR), C "
                + C
                + ", on "
                + learned
                + "; learned from the crowd's picks to 2025-06-29 its percentile on the editor's of"
                + " 2025-07-06..2025-12-14 is .869, R@20 .241 (train prior --judge)",
            corpora,
            List.of(CANDIDATES, CROWD, EDITOR))
        .write("select/prior.weights", prior.lines());
  }

  /** By "week id". */
  private static Set<String> picks(Path file) throws IOException {
    Set<String> picks = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode pick = JSON.readTree(line);
      picks.add(pick.path("week").asText() + " " + pick.path("id").asText());
    }
    return picks;
  }

  private static List<Row> rows(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        LocalDate week = LocalDate.parse(file.getFileName().toString().substring(0, 10));
        if (!week.isAfter(LAST)) {
          read(file, week, names, rows);
        }
      }
    }
    return rows;
  }

  /**
   * @param names each feature's name once, so that all weeks fit into memory
   */
  private static void read(Path file, LocalDate week, Map<String, String> names, List<Row> rows)
      throws IOException {
    Set<String> seen = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode paper = JSON.readTree(line);
        if (seen.add(paper.path("id").asText())) {
          rows.add(row(paper, week, names));
        }
      }
    }
  }

  private static Row row(JsonNode paper, LocalDate week, Map<String, String> names) {
    List<String> authors = new ArrayList<>();
    paper.path("authors").forEach(author -> authors.add(author.asText()));
    List<String> categories = new ArrayList<>();
    paper.path("categories").forEach(category -> categories.add(category.asText()));
    String id = paper.path("id").asText();
    Piece piece =
        new Piece(
            id,
            paper.path("title").asText(),
            paper.path("abstract").asText(),
            null,
            null,
            null,
            null,
            authors,
            categories);
    Map<String, Double> features = new HashMap<>();
    Prior.features(piece)
        .forEach((name, value) -> features.put(names.computeIfAbsent(name, key -> key), value));
    return new Row(id, week, features);
  }
}
