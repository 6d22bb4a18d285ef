package dev.mldigest.select.rank;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.mldigest.select.rank.Prior.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Learns a {@link Prior}: L2-regularised logistic regression on papers that were chosen or not. */
final class PriorTrainer {
  /** Of so many papers one has a feature, or it says little; with half or twice it is as good. */
  private static final int RARE = 1_000;

  /** Value of a subject. */
  private static final double MARK = 0.3;

  /** Value of one deviation of a form. */
  private static final double MEASURE = 0.07;

  /** A paper of a week by its features. */
  record Row(String id, LocalDate week, Map<String, Double> features) {}

  private final double c;

  PriorTrainer(double c) {
    this.c = c;
  }

  /**
   * @param chosen how often each counts as chosen, 0 for those that were not
   */
  Prior learn(List<Row> rows, int[] chosen) {
    Map<String, Weight> factors = factors(rows);
    Prior plain = new Prior(factors, 0, 1);
    List<String> names = List.copyOf(factors.keySet());
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size() + 1));
    Problem problem = new Problem();
    problem.n = names.size() + 1;
    List<Feature[]> papers = new ArrayList<>();
    List<Feature[]> examples = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      Feature[] paper = nodes(plain.values(rows.get(i).features), places, problem.n);
      papers.add(paper);
      examples.addAll(Collections.nCopies(Math.max(1, chosen[i]), paper));
      labels.addAll(Collections.nCopies(Math.max(1, chosen[i]), chosen[i] > 0 ? 1.0 : -1.0));
    }
    problem.l = examples.size();
    problem.x = examples.toArray(Feature[][]::new);
    problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
    Parameter parameter = new Parameter(SolverType.L2R_LR, c, 0.01);
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    Map<String, Weight> weights = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      double weight = sign * model.getFeatureWeights()[i];
      weights.put(
          names.get(i),
          new Weight(weight, Objects.requireNonNull(factors.get(names.get(i))).factor()));
    }
    double[] scores = new double[papers.size()];
    for (int i = 0; i < scores.length; i++) {
      for (Feature node : papers.get(i)) {
        int place = node.getIndex() - 1;
        scores[i] +=
            place == names.size() ? 0 : sign * model.getFeatureWeights()[place] * node.getValue();
      }
    }
    Spread spread = Spread.of(scores);
    return new Prior(weights, spread.mean(), spread.deviation());
  }

  private static Feature[] nodes(
      Map<String, Double> values, Map<String, Integer> places, int bias) {
    Feature[] nodes = new Feature[values.size() + 1];
    int n = 0;
    for (Map.Entry<String, Double> value : values.entrySet()) {
      nodes[n++] =
          new FeatureNode(Objects.requireNonNull(places.get(value.getKey())), value.getValue());
    }
    nodes[n] = new FeatureNode(bias, 1);
    Arrays.sort(nodes, (a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
    return nodes;
  }

  /** In the order of the alphabet, those that enough papers have; each with weight 0. */
  private static Map<String, Weight> factors(List<Row> rows) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Row row : rows) {
      row.features.forEach((name, count) -> {
        double[] sum = sums.computeIfAbsent(name, key -> new double[3]);
        sum[0]++;
        sum[1] += count;
        sum[2] += count * count;
      });
    }
    Map<String, Weight> factors = new TreeMap<>();
    sums.forEach((name, sum) -> {
      if (sum[0] * RARE >= rows.size()) {
        factors.put(name, new Weight(0, factor(name, sum, rows.size())));
      }
    });
    return factors;
  }

  private static double factor(String name, double[] sum, int papers) {
    double mean = sum[1] / papers;
    double deviation = Math.sqrt(Math.max(1e-6, sum[2] / papers - mean * mean));
    return switch (FeatureSpace.Kind.of(name)) {
      case WORD, TITLE -> 1 + Math.log((papers + 1.0) / (sum[0] + 1.0));
      case SUBJECT -> MARK;
      default -> MEASURE / deviation;
    };
  }
}
