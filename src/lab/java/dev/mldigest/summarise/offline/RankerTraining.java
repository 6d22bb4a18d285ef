package dev.mldigest.summarise.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.lab.Provenance;
import dev.mldigest.lab.evaluate.Rouge;
import dev.mldigest.summarise.offline.GistFeatures.Wording;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code ranker.tsv}, or prints the ROUGE of five-fold cross-validation. The model is a
 * softmax over all forms of all sentences of an abstract; its target is a softmax of their ROUGE
 * against a gist written by a person (list-wise, after Cao et al. 2007, "ListNet"), with a ridge
 * penalty.
 *
 * <p>In cross-validation the mean hardly moved between penalties of 10 and 120, sharpnesses of 8
 * and 25, and words seen 10 to 80 times; pairs of words, neighbouring sentences, named methods,
 * inverse document frequency and boosted trees on top of it gained nothing.
 */
@Command(
    name = "ranker",
    mixinStandardHelpOptions = true,
    description = "Learn which sentence of an abstract is its gist: ranker.tsv.")
public final class RankerTraining implements Callable<Integer> {
  private static final String CORPUS = "summaries/tldr_train.jsonl";
  private static final int FOLDS = 5;
  private static final double PENALTY = 30;
  private static final double SHARPNESS = 12;
  private static final long SEEN_AT_LEAST = 30;
  private static final int ROUNDS = 200;

  private record Example(List<Wording> forms, List<Rouge> rouge) {
    double[] target() {
      return softmax(rouge.stream().mapToDouble(r -> SHARPNESS * r.mean()).toArray());
    }
  }

  /** An example with numbers for names: a row of features and a row of values a form. */
  private static final class Table {
    final int[][] features;
    final double[][] values;
    final double[] target;

    Table(int[][] features, double[][] values, double[] target) {
      this.features = features;
      this.values = values;
      this.target = target;
    }
  }

  @Option(names = "--judge", description = "Write nothing; print what cross-validation says.")
  private boolean judge;

  @Override
  public Integer call() throws IOException {
    List<Example> all = read(Corpora.at(CORPUS));
    if (judge) {
      crossValidate(all, FOLDS);
    } else {
      write(learn(all));
    }
    return ExitCode.OK;
  }

  private static void crossValidate(List<Example> all, int folds) {
    List<Example> order = new ArrayList<>(all);
    Collections.shuffle(order, new Random(7));
    List<Rouge> got = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Example> learnt = new ArrayList<>();
      List<Example> held = new ArrayList<>();
      for (int i = 0; i < order.size(); i++) {
        (i % folds == fold ? held : learnt).add(order.get(i));
      }
      Map<String, Double> weights = learn(learnt);
      held.forEach(example -> got.add(chosen(example, weights)));
    }
    System.out.printf(
        Locale.ROOT,
        "cross-validated ROUGE-1/2/L %.2f/%.2f/%.2f%n",
        100 * got.stream().mapToDouble(Rouge::one).average().orElse(0),
        100 * got.stream().mapToDouble(Rouge::two).average().orElse(0),
        100 * got.stream().mapToDouble(Rouge::longest).average().orElse(0));
  }

  private static Rouge chosen(Example example, Map<String, Double> weights) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < example.forms().size(); i++) {
      double score =
          example
              .forms()
              .get(i)
              .features()
              .mapToDouble(f -> weights.getOrDefault(f.getKey(), 0.0) * f.getValue())
              .sum();
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return example.rouge().get(best);
  }

  private static List<Example> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode paper = mapper.readTree(line);
      List<String> sentences = new ArrayList<>();
      paper.get("source").forEach(s -> sentences.add(s.asText()));
      List<String> references = new ArrayList<>();
      paper.get("target").forEach(t -> references.add(t.asText()));
      List<Wording> forms = GistFeatures.of(paper.get("title").asText(), sentences);
      examples.add(
          new Example(
              forms, forms.stream().map(f -> Rouge.of(f.form().text(), references)).toList()));
    }
    return examples;
  }

  private static Map<String, Double> learn(List<Example> examples) {
    Map<String, Long> seen =
        examples.stream()
            .flatMap(e -> e.forms().stream())
            .flatMap(form -> form.features())
            .filter(feature -> feature.getValue() != 0)
            .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
    Map<String, Integer> numbers = new TreeMap<>();
    seen.forEach((name, times) -> {
      if (times >= SEEN_AT_LEAST) {
        numbers.put(name, numbers.size());
      }
    });
    List<Table> tables = examples.stream().map(e -> table(e, numbers)).toList();
    double[] x =
        LimitedMemory.minimise((at, slope) -> loss(tables, at, slope), numbers.size(), ROUNDS);
    Map<String, Double> weights = new TreeMap<>();
    numbers.forEach((name, number) -> weights.put(name, x[number]));
    return weights;
  }

  private static Table table(Example example, Map<String, Integer> numbers) {
    int n = example.forms().size();
    int[][] features = new int[n][];
    double[][] values = new double[n][];
    for (int i = 0; i < n; i++) {
      List<Map.Entry<String, Double>> known =
          example
              .forms()
              .get(i)
              .features()
              .filter(f -> f.getValue() != 0 && numbers.containsKey(f.getKey()))
              .toList();
      features[i] = known.stream().mapToInt(f -> numbers.getOrDefault(f.getKey(), 0)).toArray();
      values[i] = known.stream().mapToDouble(Map.Entry::getValue).toArray();
    }
    return new Table(features, values, example.target());
  }

  /** Cross-entropy between the two softmaxes, and the ridge. */
  private static double loss(List<Table> tables, double[] weights, double[] slope) {
    double loss = 0;
    for (int j = 0; j < weights.length; j++) {
      slope[j] = PENALTY * weights[j];
      loss += PENALTY / 2 * weights[j] * weights[j];
    }
    for (Table table : tables) {
      double[] p = softmax(scores(table, weights));
      for (int i = 0; i < p.length; i++) {
        loss -= table.target[i] * Math.log(Math.max(p[i], 1e-300));
        for (int k = 0; k < table.features[i].length; k++) {
          slope[table.features[i][k]] += (p[i] - table.target[i]) * table.values[i][k];
        }
      }
    }
    return loss;
  }

  private static double[] scores(Table table, double[] weights) {
    double[] scores = new double[table.target.length];
    for (int i = 0; i < scores.length; i++) {
      for (int k = 0; k < table.features[i].length; k++) {
        scores[i] += weights[table.features[i][k]] * table.values[i][k];
      }
    }
    return scores;
  }

  private static double[] softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    double[] out = new double[scores.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.exp(scores[i] - most);
      sum += out[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
    return out;
  }

  private static void write(Map<String, Double> weights) throws IOException {
    List<String> lines = new ArrayList<>();
    weights.forEach((name, weight) -> {
      if (Math.abs(weight) >= 0.001) {
        lines.add(name + '\t' + String.format(Locale.ROOT, "%.3f", weight));
      }
    });
    new Provenance(
            RankerTraining.class,
            "train ranker",
            "SentenceRanker",
            "list-wise softmax, ridge penalty %s, sharpness %s, features seen %s times and more"
                .formatted(PENALTY, SHARPNESS, SEEN_AT_LEAST),
            Corpora.at(""),
            List.of(CORPUS))
        .write("summarise/ranker.tsv", lines);
  }
}
