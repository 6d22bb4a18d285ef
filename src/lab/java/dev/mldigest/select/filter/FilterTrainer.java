package dev.mldigest.select.filter;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.mldigest.domain.settings.Filter;
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

  /** Of our own set, and of what others wrote: the more is learned from, the less it may bend. */
  static final FilterTrainer OWN =
      new FilterTrainer(LEARNED, 30, 250, name -> !name.startsWith("style "));

  static final FilterTrainer WIDE =
      new FilterTrainer(
          List.of(Filter.BEGINNER, Filter.CLICK_BAIT, Filter.SPONSORED), 1, 600, name -> true);

  private final List<Filter> filters;
  private final double c;
  private final int most;
  private final Predicate<String> used;

  /**
   * @param filters that are learned
   * @param c cost of an error against the weights' length
   * @param most weights of one filter that are kept: a file that can be read, at no cost in
   *     accuracy
   * @param used which features, by name
   */
  private FilterTrainer(List<Filter> filters, double c, int most, Predicate<String> used) {
    this.filters = filters;
    this.c = c;
    this.most = most;
    this.used = used;
  }

  String parameters() {
    return "logistic regression (L2R_LR), C " + c + ", the " + most + " strongest";
  }

  FilterModel learn(List<Lesson> lessons) {
    return new FilterModel(weights(lessons));
  }

  Map<Filter, Map<String, Double>> weights(List<Lesson> lessons) {
    Map<Filter, Map<String, Double>> weights = new EnumMap<>(Filter.class);
    for (Filter filter : filters) {
      weights.put(filter, weights(lessons, filter));
    }
    return weights;
  }

  private Map<String, Double> weights(List<Lesson> lessons, Filter filter) {
    List<Map<String, Double>> rows = new ArrayList<>();
    List<Double> answers = new ArrayList<>();
    for (Lesson lesson : lessons) {
      Boolean is = lesson.is(filter);
      for (int i = 0; is != null && i < lesson.times(); i++) {
        rows.add(lesson.features());
        answers.add(is ? 1.0 : -1.0);
      }
    }
    double[] y = answers.stream().mapToDouble(answer -> answer).toArray();
    return weights(rows, strongest(weights(rows, names(lessons), y, c), most), y, c);
  }

  /** Features of two items and more: what stands once teaches nothing of others. */
  private List<String> names(List<Lesson> lessons) {
    Set<String> once = new HashSet<>();
    Set<String> names = new TreeSet<>();
    for (Lesson lesson : lessons) {
      for (String name : lesson.features().keySet()) {
        if (used.test(name) && !once.add(name)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  static List<String> strongest(Map<String, Double> weights, int most) {
    return weights.entrySet().stream()
        .filter(weight -> !weight.getKey().equals("bias"))
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> w) -> -Math.abs(w.getValue()))
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  static Map<String, Double> weights(
      List<Map<String, Double>> rows, List<String> names, double[] y, double c) {
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
