package dev.mldigest.select.story.mention;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.mldigest.select.story.mention.MentionSigns.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Learns how much each sign of a mention weighs, and how sure is sure enough. */
public final class MentionTrainer {
  /** An item, what may be meant, and the paper that is. */
  public record Example(
      String id, String title, @Nullable String paper, List<Mentions.Contender> contenders) {
    public int half() {
      return Math.floorMod(id.hashCode(), 2);
    }

    public boolean isOutOfReach() {
      return paper != null && contenders.stream().noneMatch(one -> one.paper().equals(paper));
    }

    public Mentions.@Nullable Contender best(MentionSigns weights) {
      return contenders.stream()
          .max(Comparator.comparingDouble(contender -> weights.margin(contender.signs())))
          .orElse(null);
    }
  }

  public record Score(int right, int named, int there) {
    public static Score of(List<Example> examples, MentionSigns weights) {
      Score score = new Score(0, 0, 0);
      for (Example example : examples) {
        Mentions.Contender best = example.best(weights);
        boolean named = best != null && weights.margin(best.signs()) >= 0;
        boolean right = best != null && named && best.paper().equals(example.paper);
        score = score.plus(new Score(right ? 1 : 0, named ? 1 : 0, example.paper == null ? 0 : 1));
      }
      return score;
    }

    public Score plus(Score other) {
      return new Score(right + other.right, named + other.named, there + other.there);
    }

    double f1() {
      return 2.0 * right / Math.max(1, named + there);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.4f, recall %.4f, F1 %.4f",
          (double) right / named,
          (double) right / there,
          f1());
    }
  }

  /** A bias of this size is hardly held back by the regularisation. */
  private static final double BIAS = 5;

  private static final int STEPS = 100;

  /** How many steps either way are the neighbourhood of a bound. */
  private static final int AROUND = 10;

  private final List<Sign> signs;
  private final double c;

  public MentionTrainer(Set<Sign> signs, double c) {
    this.signs = List.copyOf(new TreeSet<>(signs));
    this.c = c;
  }

  /** Weights by the signs' words; the bias puts the bound of the best F1 at 0. */
  public Map<String, Double> learn(List<Example> examples) {
    List<Feature[]> rows = new ArrayList<>();
    List<Double> meant = new ArrayList<>();
    for (Example example : examples) {
      for (Mentions.Contender contender : example.contenders) {
        rows.add(row(contender.signs()));
        meant.add(contender.paper().equals(example.paper) ? 1.0 : -1.0);
      }
    }
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = signs.size() + 1;
    problem.bias = BIAS;
    problem.y = meant.stream().mapToDouble(Double::doubleValue).toArray();
    problem.x = rows.toArray(Feature[][]::new);
    Parameter parameter = new Parameter(SolverType.L2R_LR, c, 0.0001);
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(MentionSigns.BIAS, sign * model.getFeatureWeights()[signs.size()] * BIAS);
    for (int i = 0; i < signs.size(); i++) {
      weights.put(signs.get(i).word(), sign * model.getFeatureWeights()[i]);
    }
    weights.merge(MentionSigns.BIAS, -bound(examples, weights), Double::sum);
    return weights;
  }

  /**
   * The bound of the best F1, averaged over its neighbourhood: the best of 255 items alone stands
   * just above one error, and half a unit more or less than that on others.
   */
  private static double bound(List<Example> examples, Map<String, Double> weights) {
    List<Double> f1 = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      Map<String, Double> moved = new LinkedHashMap<>(weights);
      moved.merge(MentionSigns.BIAS, -bound(step), Double::sum);
      f1.add(Score.of(examples, new MentionSigns(moved)).f1());
    }
    double best = 0;
    int at = 0;
    for (int step = AROUND; step < STEPS - AROUND; step++) {
      double mean =
          f1.subList(step - AROUND, step + AROUND + 1).stream()
              .mapToDouble(Double::doubleValue)
              .sum();
      if (mean > best + 1e-9) {
        best = mean;
        at = step;
      }
    }
    return bound(at);
  }

  private static double bound(int step) {
    return -5 + step / 10.0;
  }

  private Feature[] row(Map<Sign, Double> values) {
    Feature[] row = new Feature[signs.size() + 1];
    for (int i = 0; i < signs.size(); i++) {
      row[i] = new FeatureNode(i + 1, values.getOrDefault(signs.get(i), 0.0));
    }
    row[signs.size()] = new FeatureNode(signs.size() + 1, BIAS);
    return row;
  }
}
