package dev.mldigest.select.filter;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.select.LabelledSet;
import dev.mldigest.select.story.Lead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Learns a filter's weights: what it cuts against everything else, kept or not. */
public final class FilterTrainer {
  public static final List<Filter> LEARNED =
      List.of(Filter.BEGINNER, Filter.CLICK_BAIT, Filter.SPONSORED, Filter.JOB);

  private static final double TOLERANCE = 0.001;

  /** Weights of one filter that are kept: a file that can be read, at no cost in accuracy. */
  static final int MOST = 250;

  private final double c;
  private final Predicate<String> used;

  /**
   * @param c cost of an error against the weights' length
   * @param used which features, by name
   */
  public FilterTrainer(double c, Predicate<String> used) {
    this.c = c;
    this.used = used;
  }

  public FilterModel learn(List<LabelledSet.Item> items) {
    return new FilterModel(weights(items));
  }

  public Map<Filter, Map<String, Double>> weights(List<LabelledSet.Item> items) {
    List<LabelledSet.Item> judged = items.stream().filter(FilterTrainer::isJudged).toList();
    List<Map<String, Double>> rows = new ArrayList<>();
    for (LabelledSet.Item item : judged) {
      String lead = Lead.of(item.candidate());
      rows.add(FilterFeatures.of(item.candidate().title(), lead).values());
    }
    List<String> names = names(rows);
    Map<Filter, Map<String, Double>> weights = new EnumMap<>(Filter.class);
    for (Filter filter : LEARNED) {
      double[] y =
          judged.stream()
              .mapToDouble(item -> item.label().equals(filter.word()) ? 1 : -1)
              .toArray();
      weights.put(filter, weights(rows, strongest(weights(rows, names, y)), y));
    }
    return weights;
  }

  /** Papers and releases are never judged by words, other languages are told before. */
  private static boolean isJudged(LabelledSet.Item item) {
    SourceKind kind = item.candidate().source().kind();
    return !kind.isPaper()
        && kind != SourceKind.RELEASES
        && !item.label().equals(Filter.LANGUAGE.word());
  }

  /** Features of two items and more: what stands once teaches nothing of others. */
  private List<String> names(List<Map<String, Double>> rows) {
    Set<String> once = new HashSet<>();
    Set<String> names = new TreeSet<>();
    for (Map<String, Double> row : rows) {
      for (String name : row.keySet()) {
        if (used.test(name) && !once.add(name)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  private static List<String> strongest(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .filter(weight -> !weight.getKey().equals("bias"))
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> w) -> -Math.abs(w.getValue()))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Double> weights(
      List<Map<String, Double>> rows, List<String> names, double[] y) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size() + 1));
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = names.size() + 1;
    problem.bias = 1;
    problem.y = y;
    problem.x = new Feature[rows.size()][];
    for (int i = 0; i < rows.size(); i++) {
      problem.x[i] = nodes(rows.get(i), places, names.size() + 1);
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, c, TOLERANCE);
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] learned = model.getFeatureWeights();
    Map<String, Double> weights = new TreeMap<>();
    names.forEach(name -> weights.put(name, sign * learned[places.getOrDefault(name, 0) - 1]));
    weights.put("bias", sign * learned[names.size()]);
    return weights;
  }

  private static Feature[] nodes(Map<String, Double> row, Map<String, Integer> places, int bias) {
    TreeMap<Integer, Double> nodes = new TreeMap<>();
    row.forEach((name, value) -> {
      Integer place = places.get(name);
      if (place != null) {
        nodes.put(place, value);
      }
    });
    nodes.put(bias, 1.0);
    return nodes.entrySet().stream()
        .map(node -> new FeatureNode(node.getKey(), node.getValue()))
        .toArray(Feature[]::new);
  }
}
