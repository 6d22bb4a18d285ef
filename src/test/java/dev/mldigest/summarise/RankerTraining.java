package dev.mldigest.summarise;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Learns {@code ranker.tsv}: {@code mvn test -Dtest=RankerTraining -Dtrain.write=true}. The model
 * is a softmax over the sentences of an abstract; its target is a softmax of the sentences' ROUGE
 * against a gist written by a person (list-wise, after Cao et al. 2007, "ListNet"). Without the
 * property it is skipped.
 */
class RankerTraining {
  private static final int ROUNDS = Integer.getInteger("train.rounds", 4);
  private static final double RATE = Double.parseDouble(System.getProperty("train.rate", "0.04"));
  private static final double DECAY = Double.parseDouble(System.getProperty("train.decay", "2e-3"));
  private static final double SHARPNESS =
      Double.parseDouble(System.getProperty("train.sharpness", "12"));
  private static final int SEEN_AT_LEAST = Integer.getInteger("train.seen", 100);

  private record Example(List<Map<String, Double>> features, List<Double> rouge) {}

  @Test
  void learn_the_weights_of_the_ranker() throws IOException {
    assumeTrue(Boolean.getBoolean("train.write"), "training is asked for by -Dtrain.write=true");
    List<Example> all = read(Corpora.folder().resolve("summaries/tldr_train.jsonl"));
    int held = Integer.getInteger("train.held", 0);
    Map<String, Double> weights = learn(all.subList(held, all.size()));
    if (held > 0) {
      System.err.printf(
          Locale.ROOT, "held out: mean ROUGE %.4f%n", mean(all.subList(0, held), weights));
    } else {
      write(weights);
    }
  }

  private static List<Example> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode paper = mapper.readTree(line);
      List<String> sentences = new ArrayList<>();
      paper.get("source").forEach(s -> sentences.add(s.asText()));
      List<Map<String, Double>> features = Ranker.features(paper.get("title").asText(), sentences);
      String target = paper.get("target").get(0).asText();
      List<Double> rouge =
          sentences.stream()
              .limit(features.size())
              .map(sentence -> rouge(LeadIn.strip(sentence), target))
              .toList();
      if (rouge.size() > 1) {
        examples.add(new Example(features, rouge));
      }
    }
    return examples;
  }

  /** Mean of the F-scores of shared words and shared pairs (ROUGE-1 and -2, Lin 2004). */
  private static double rouge(String sentence, String target) {
    List<String> a = Words.of(sentence).stream().map(Words::stem).toList();
    List<String> b = Words.of(target).stream().map(Words::stem).toList();
    return (f(a, b) + f(pairs(a), pairs(b))) / 2;
  }

  private static double f(List<String> a, List<String> b) {
    List<String> left = new ArrayList<>(b);
    long shared = a.stream().filter(left::remove).count();
    return shared == 0 ? 0 : 2.0 * shared / (a.size() + b.size());
  }

  private static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(words.get(i - 1) + " " + words.get(i));
    }
    return pairs;
  }

  private static Map<String, Double> learn(List<Example> examples) {
    Map<String, Long> seen =
        examples.stream()
            .flatMap(e -> e.features().stream())
            .flatMap(f -> f.keySet().stream())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    Map<String, Double> weights = new HashMap<>();
    Map<String, Double> squares = new HashMap<>();
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        step(example, weights, squares, seen);
      }
    }
    return weights;
  }

  /** One step of AdaGrad with decay (Duchi et al. 2011). */
  private static void step(
      Example e, Map<String, Double> weights, Map<String, Double> squares, Map<String, Long> seen) {
    double[] p = softmax(scores(e, weights), 1);
    double[] q = softmax(e.rouge().stream().mapToDouble(r -> r).toArray(), SHARPNESS);
    Map<String, Double> gradient = new HashMap<>();
    for (int i = 0; i < p.length; i++) {
      double slope = p[i] - q[i];
      e.features()
          .get(i)
          .forEach((name, value) -> {
            if (value != 0 && seen.getOrDefault(name, 0L) >= SEEN_AT_LEAST) {
              gradient.merge(name, slope * value, Double::sum);
            }
          });
    }
    gradient.forEach((name, g) -> {
      double old = weights.getOrDefault(name, 0.0);
      double slope = g + DECAY * old;
      double square = squares.merge(name, slope * slope, Double::sum);
      weights.put(name, old - RATE * slope / Math.sqrt(square + 1e-8) - RATE * DECAY * old);
    });
  }

  private static double[] scores(Example e, Map<String, Double> weights) {
    return e.features().stream()
        .mapToDouble(f ->
            f.entrySet().stream()
                .mapToDouble(x -> weights.getOrDefault(x.getKey(), 0.0) * x.getValue())
                .sum())
        .toArray();
  }

  private static double[] softmax(double[] scores, double sharpness) {
    double[] out = new double[scores.length];
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.exp(sharpness * (scores[i] - most));
      sum += out[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
    return out;
  }

  private static double mean(List<Example> examples, Map<String, Double> weights) {
    double sum = 0;
    for (Example e : examples) {
      double[] scores = scores(e, weights);
      int best = 0;
      for (int i = 1; i < scores.length; i++) {
        best = scores[i] > scores[best] ? i : best;
      }
      sum += e.rouge().get(best);
    }
    return sum / examples.size();
  }

  private static void write(Map<String, Double> weights) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append(
        "# Weights of Ranker: feature, tab, weight. Made by RankerTraining; not for hands.\n");
    new TreeMap<>(weights)
        .forEach((name, weight) -> {
          if (Math.abs(weight) >= 0.01) {
            out.append(name).append('\t').append(String.format(Locale.ROOT, "%.3f%n", weight));
          }
        });
    Files.writeString(Path.of("src/main/resources/summarise/ranker.tsv"), out);
  }
}
