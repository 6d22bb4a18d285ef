package dev.mldigest.select.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.lab.Provenance;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code subject.weights}: texts of other subjects against those of this field, or prints
 * what is said of each set by weights of the others.
 */
@Command(
    name = "subject",
    mixinStandardHelpOptions = true,
    description = "Learn which texts are about another subject: subject.weights.")
public final class SubjectTraining implements Callable<Integer> {
  private static final double C = 10;

  /** Words that are kept: a file that can be read. */
  private static final int MOST = 3000;

  /** Items of news lists that make one text: titles alone are too short for one. */
  private static final int TITLES = 8;

  /** Every so many-th issue of a list: both sides should be about as large. */
  private static final int ISSUES = 4;

  /** Every so many-th paper of two weeks. */
  private static final int EVERY = 6;

  private static final List<String> CORPUS =
      List.of(
          "articles/web/gold.json",
          "stories/articles.in.jsonl",
          "selection/candidates/2025-01-05.jsonl.gz",
          "selection/candidates/2025-06-29.jsonl.gz",
          "filters/mlposts.in.jsonl",
          "newsroom/lwiai.in.jsonl",
          "newsroom/rweekly.in.jsonl");

  /**
   * @param set held out as a whole
   */
  private record Text(String set, boolean other, Map<String, Double> features) {}

  @Option(names = "--judge", description = "Write nothing; print what sets not seen are taken for.")
  private boolean judge;

  @Override
  public Integer call() throws IOException {
    Path corpora = Corpora.at("");
    List<Text> texts = texts(corpora);
    if (judge) {
      for (String set : new TreeSet<>(texts.stream().map(Text::set).toList())) {
        judge(set, texts);
      }
      return ExitCode.OK;
    }
    List<String> lines = new ArrayList<>();
    weights(texts).entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> w) -> -Math.abs(w.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(w -> lines.add(String.format(Locale.ROOT, "%.3f %s", w.getValue(), w.getKey())));
    String parameters = "logistic regression (L2R_LR), C " + C + ", the " + MOST + " strongest";
    new Provenance(SubjectTraining.class, "train subject", "Subject", parameters, corpora, CORPUS)
        .write("select/subject.weights", lines);
    return ExitCode.OK;
  }

  private static void judge(String set, List<Text> texts) {
    Map<String, Double> weights =
        weights(texts.stream().filter(text -> !text.set().equals(set)).toList());
    List<Text> held = texts.stream().filter(text -> text.set().equals(set)).toList();
    for (double bound : new double[] {0.5, 0.7, 0.8, 0.9}) {
      long sure = held.stream().filter(text -> probability(weights, text) >= bound).count();
      System.out.printf("%s, not seen, from %.1f: %d of %d%n", set, bound, sure, held.size());
    }
  }

  private static double probability(Map<String, Double> weights, Text text) {
    double score = weights.getOrDefault("bias", 0.0);
    for (Map.Entry<String, Double> feature : text.features().entrySet()) {
      score += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return 1 / (1 + Math.exp(-score));
  }

  private static Map<String, Double> weights(List<Text> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(text -> text.features().keySet().forEach(w -> counts.merge(w, 1, Integer::sum)));
    List<String> names =
        counts.entrySet().stream()
            .filter(count -> count.getValue() >= 3)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    List<Map<String, Double>> rows = texts.stream().map(Text::features).toList();
    double[] y = texts.stream().mapToDouble(text -> text.other() ? 1 : -1).toArray();
    Map<String, Double> all = FilterTrainer.weights(rows, names, y, C);
    return FilterTrainer.weights(rows, FilterTrainer.strongest(all, MOST), y, C);
  }

  private static List<Text> texts(Path corpora) throws IOException {
    List<Text> texts = new ArrayList<>();
    JsonNode pages = new ObjectMapper().readTree(corpora.resolve(CORPUS.get(0)).toFile());
    for (Map.Entry<String, JsonNode> page : pages.properties()) {
      String title = page.getValue().path("title").asText();
      boolean article = page.getValue().path("type").asText().equals("article");
      if (!article || (!Lessons.isOfFeeds(page.getKey()) && !Lessons.isOfField(title))) {
        String set = article ? "pages written for a search" : "documentation";
        texts.add(text(set, article, title, page.getValue().path("text").asText()));
      }
    }
    for (JsonNode news : Lessons.lines(corpora.resolve(CORPUS.get(1)))) {
      String title = news.path("title").asText();
      if (!Lessons.isOfField(title)) {
        texts.add(text("general press", true, title, news.path("text").asText()));
      }
    }
    for (String week : CORPUS.subList(2, 4)) {
      List<JsonNode> papers = Lessons.lines(corpora.resolve(week));
      for (int i = 0; i < papers.size(); i += EVERY) {
        JsonNode paper = papers.get(i);
        String title = paper.path("title").asText();
        texts.add(text("papers", false, title, paper.path("abstract").asText()));
      }
    }
    for (JsonNode post : Lessons.lines(corpora.resolve(CORPUS.get(4)))) {
      texts.add(text("posts", false, post.path("title").asText(), post.path("lead").asText()));
    }
    for (String list : CORPUS.subList(5, 7)) {
      List<JsonNode> issues = Lessons.lines(corpora.resolve(list));
      for (int i = 0; i < issues.size(); i += ISSUES) {
        titles(list, issues.get(i), texts);
      }
    }
    return texts;
  }

  private static void titles(String list, JsonNode issue, List<Text> texts) {
    StringBuilder titles = new StringBuilder();
    int count = 0;
    for (JsonNode item : issue.path("items")) {
      titles.append(item.path("title").asText()).append('\n');
      if (++count % TITLES == 0) {
        texts.add(text(list, false, "", titles.toString()));
        titles.setLength(0);
      }
    }
  }

  private static Text text(String set, boolean other, String title, String text) {
    return new Text(set, other, Subject.features(title, text));
  }
}
