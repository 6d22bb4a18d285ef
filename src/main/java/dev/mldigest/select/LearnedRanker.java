package dev.mldigest.select;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * One editor's taste, learned from what was picked and what was not: L2-regularised logistic
 * regression on TF-IDF and metadata. The same examples give the same weights. It never looks at
 * dates: who calls it gives only examples that were decided before the week to be ranked.
 */
public final class LearnedRanker {
  /** A piece that was up for an issue. */
  public record Example(FeatureSpace.Features features, boolean picked) {}

  /** What one feature added to a score. */
  public record Contribution(String feature, double weight) {}

  private static final double C = 10;

  /** Stopping tolerance of the solver; smaller ones take much longer. */
  private static final double PRECISION = 0.1;

  /** Length of the title's words beside the text's 1. */
  private static final double TITLE = 0.6;

  /** Value of a feature that is no word. */
  private static final double META = 0.15;

  private static final double PICK_WEIGHT = 5;

  /** Examples that were not picked and are still read for every one that was. */
  private static final int NEGATIVES = 20;

  private static final int NEGATIVES_LEAST = 4_000;

  private final FeatureSpace space;
  private final double[] idf;
  private final double[] weights;

  private LearnedRanker(FeatureSpace space, double[] idf, double[] weights) {
    this.space = space;
    this.idf = idf;
    this.weights = weights;
  }

  /**
   * @param examples oldest first; of those not picked the newest and a part of the others are read
   */
  public static LearnedRanker learn(FeatureSpace space, List<Example> examples) {
    double[] idf = idf(space, examples);
    List<Example> sample = sample(examples);
    Problem problem = new Problem();
    problem.l = sample.size();
    problem.n = space.size();
    problem.x = new Feature[sample.size()][];
    problem.y = new double[sample.size()];
    for (int i = 0; i < sample.size(); i++) {
      problem.x[i] = nodes(space, sample.get(i).features(), idf);
      problem.y[i] = sample.get(i).picked() ? 1 : -1;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, C, PRECISION);
    parameter.setWeights(new double[] {PICK_WEIGHT, 1}, new int[] {1, -1});
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput(); // it prints to standard output otherwise, for all problems alike
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= sign;
    }
    return new LearnedRanker(space, idf, weights);
  }

  private static List<Example> sample(List<Example> examples) {
    long picked = examples.stream().filter(Example::picked).count();
    long wanted = Math.max(NEGATIVES_LEAST, picked * NEGATIVES);
    double share = (double) wanted / Math.max(1L, examples.size() - picked);
    List<Example> sample = new ArrayList<>();
    double credit = 0;
    for (Example example : examples) { // evenly over time
      credit += share;
      if (example.picked()) {
        sample.add(example);
      } else if (credit >= 1) {
        sample.add(example);
        credit -= Math.floor(credit);
      }
    }
    return sample;
  }

  private static double[] idf(FeatureSpace space, List<Example> examples) {
    int[] documents = new int[space.size()];
    for (Example example : examples) {
      for (int i = 0; i < example.features().size(); i++) {
        documents[example.features().id(i)]++;
      }
    }
    double[] idf = new double[documents.length];
    for (int i = 0; i < idf.length; i++) {
      idf[i] = documents[i] < 2 ? 0 : 1 + Math.log((examples.size() + 1.0) / (documents[i] + 1.0));
    }
    return idf;
  }

  private static Feature[] nodes(FeatureSpace space, FeatureSpace.Features features, double[] idf) {
    double[] values = values(space, features, idf);
    List<Feature> nodes = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        nodes.add(new FeatureNode(features.id(i) + 1, values[i]));
      }
    }
    return nodes.toArray(new Feature[0]);
  }

  /** TF-IDF at length 1 within each group of words; other features as they are, scaled. */
  private static double[] values(FeatureSpace space, FeatureSpace.Features features, double[] idf) {
    double[] values = new double[features.size()];
    double words = 0;
    double titles = 0;
    for (int i = 0; i < values.length; i++) {
      int id = features.id(i);
      if (id >= idf.length) {
        continue; // first seen after learning
      }
      String name = space.name(id);
      if (name.startsWith("word ")) {
        values[i] = features.count(i) * idf[id];
        words += values[i] * values[i];
      } else if (name.startsWith("title ")) {
        values[i] = features.count(i) * idf[id];
        titles += values[i] * values[i];
      } else {
        values[i] = idf[id] == 0 ? 0 : features.count(i) * META;
      }
    }
    for (int i = 0; i < values.length; i++) {
      String name = space.name(features.id(i));
      if (name.startsWith("word ")) {
        values[i] /= Math.max(1e-9, Math.sqrt(words));
      } else if (name.startsWith("title ")) {
        values[i] *= TITLE / Math.max(1e-9, Math.sqrt(titles));
      }
    }
    return values;
  }

  /** Log-odds that the editor picks it, up to a constant. */
  public double score(FeatureSpace.Features features) {
    double[] values = values(space, features, idf);
    double score = 0;
    for (int i = 0; i < values.length; i++) {
      int id = features.id(i);
      score += id < weights.length ? weights[id] * values[i] : 0;
    }
    return score;
  }

  /** The features that moved the score most, strongest first. */
  public List<Contribution> explain(FeatureSpace.Features features, int most) {
    double[] values = values(space, features, idf);
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int id = features.id(i);
      if (id < weights.length && weights[id] * values[i] != 0) {
        all.add(new Contribution(space.name(id), weights[id] * values[i]));
      }
    }
    all.sort(
        Comparator.comparingDouble((Contribution c) -> -Math.abs(c.weight()))
            .thenComparing(Contribution::feature));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
