package dev.mldigest.select.rank;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One editor's taste, learned from what was picked and what was not: L2-regularised logistic
 * regression (liblinear: Fan et al., JMLR 9, 2008) on TF-IDF, authors, subjects, form, popularity
 * and the authors' track records ({@link Design}). The same weeks give the same weights, in
 * whatever order they come. It learns only from weeks before the one to be ranked and from issues
 * before it.
 */
public final class LearnedRanker {
  /**
   * liblinear's cost of an error against the weights' length: larger follows the past more closely.
   */
  private static final double C = 3;

  /** Stopping tolerance of the solver; smaller ones take longer and change no place. */
  private static final double PRECISION = 0.01;

  /** Pieces that were not picked and are still read for every one that was. */
  private static final int NEGATIVES = 20;

  /** So many are read even where little was picked yet. */
  private static final int NEGATIVES_LEAST = 4_000;

  private static final Comparator<Contender> BY_ID = Comparator.comparing(Contender::id);

  /**
   * A piece with its score.
   *
   * @param known what is known of it beside itself
   * @param score the log-odds that the editor picks it, up to a constant
   */
  public record Scored(Contender contender, FeatureSpace.Features known, double score) {}

  /** What one feature added to a score. */
  public record Contribution(String feature, double weight) {}

  private final TrackRecords records;
  private final Design design;
  private final double[] weights;

  private LearnedRanker(TrackRecords records, Design design, double[] weights) {
    this.records = records;
    this.design = design;
    this.weights = weights;
  }

  /** Learns from all kinds of features. */
  static LearnedRanker learn(FeatureSpace space, List<Contender> past, LocalDate week) {
    return learn(space, past, week, EnumSet.allOf(FeatureSpace.Kind.class));
  }

  /**
   * @param past what was up for earlier issues; what is of the week to be ranked or later is passed
   *     over
   * @param week the last day of the week to be ranked; issues of that day or later teach nothing
   * @param kinds the features to learn from
   */
  public static LearnedRanker learn(
      FeatureSpace space, List<Contender> past, LocalDate week, Set<FeatureSpace.Kind> kinds) {
    TrackRecords records = new TrackRecords(space);
    List<Design.Row> rows = new ArrayList<>();
    List<Boolean> picked = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    byWeek(past)
        .headMap(week, false)
        .forEach((day, contenders) -> {
          List<FeatureSpace.Features> known = records.read(day, contenders);
          for (int i = 0; i < contenders.size(); i++) {
            rows.add(new Design.Row(contenders.get(i).features(), known.get(i)));
            picked.add(contenders.get(i).pickedBefore(week));
            times.add(contenders.get(i).times());
          }
          records.add(contenders);
        });
    Design design = Design.of(space, rows, kinds);
    return new LearnedRanker(records, design, train(design, rows, picked, times));
  }

  /** Each piece once, in an order of its own. */
  private static NavigableMap<LocalDate, List<Contender>> byWeek(List<Contender> past) {
    NavigableMap<LocalDate, List<Contender>> weeks = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    past.stream()
        .sorted(Comparator.comparing(Contender::week).thenComparing(BY_ID))
        .filter(contender -> ids.add(contender.id()))
        .forEach(contender ->
            weeks.computeIfAbsent(contender.week(), day -> new ArrayList<>()).add(contender));
    return weeks;
  }

  private static double[] train(
      Design design, List<Design.Row> rows, List<Boolean> picked, List<Integer> times) {
    Problem problem = new Problem();
    List<Integer> sample = sample(picked, times);
    problem.l = sample.size();
    problem.n = design.size() + 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = nodes(design, rows.get(sample.get(i)));
      problem.y[i] = picked.get(sample.get(i)) ? 1 : -1;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, C, PRECISION);
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput(); // it prints to standard output otherwise, for all problems alike
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= sign;
    }
    return weights;
  }

  /** All that were picked, and a part of the others, evenly over time; each so many times. */
  private static List<Integer> sample(List<Boolean> picked, List<Integer> times) {
    long picks = picked.stream().filter(p -> p).count();
    double wanted = Math.max(NEGATIVES_LEAST, picks * NEGATIVES);
    double share = wanted / Math.max(1L, picked.size() - picks);
    List<Integer> sample = new ArrayList<>();
    double credit = 0;
    for (int i = 0; i < picked.size(); i++) {
      credit += share;
      if (picked.get(i) || credit >= 1) {
        sample.addAll(Collections.nCopies(times.get(i), i));
      }
      credit -= Math.floor(credit);
    }
    return sample;
  }

  private static Feature[] nodes(Design design, Design.Row row) {
    List<Design.Value> values = design.values(row);
    Feature[] nodes = new Feature[values.size() + 1];
    for (int i = 0; i < values.size(); i++) {
      nodes[i] = new FeatureNode(values.get(i).place() + 1, values.get(i).value());
    }
    nodes[values.size()] = new FeatureNode(design.size() + 1, 1); // how rare picks are
    return nodes;
  }

  /**
   * Scores the pieces of the week to be ranked, in the order given. Popularity is compared within
   * them: give all of a week at once.
   */
  public List<Scored> score(LocalDate week, List<Contender> contenders) {
    List<FeatureSpace.Features> known = records.read(week, contenders);
    List<Scored> scored = new ArrayList<>(contenders.size());
    for (int i = 0; i < contenders.size(); i++) {
      Design.Row row = new Design.Row(contenders.get(i).features(), known.get(i));
      double score = 0;
      for (Design.Value value : design.values(row)) {
        score += weights[value.place()] * value.value();
      }
      scored.add(new Scored(contenders.get(i), known.get(i), score));
    }
    return scored;
  }

  /** What each feature of it added to its score, strongest first: together they are the score. */
  public List<Contribution> explain(Scored scored) {
    List<Contribution> all = new ArrayList<>();
    Design.Row row = new Design.Row(scored.contender().features(), scored.known());
    for (Design.Value value : design.values(row)) {
      double weight = weights[value.place()] * value.value();
      if (weight != 0) {
        all.add(new Contribution(design.name(value.place()), weight));
      }
    }
    return strongestFirst(all);
  }

  /** What it believes: each feature's weight for a piece that shows it as pieces usually do. */
  List<Contribution> beliefs() {
    List<Contribution> all = new ArrayList<>();
    for (int place = 0; place < design.size(); place++) {
      if (weights[place] != 0) {
        all.add(new Contribution(design.name(place), weights[place] * design.usual(place)));
      }
    }
    return strongestFirst(all);
  }

  private static List<Contribution> strongestFirst(List<Contribution> contributions) {
    return contributions.stream()
        .sorted(
            Comparator.comparingDouble((Contribution c) -> -Math.abs(c.weight()))
                .thenComparing(Contribution::feature))
        .toList();
  }

  /** The first of them, and the rest as one, so that they still sum to the score. */
  public static List<Contribution> shortened(List<Contribution> contributions, int most) {
    if (contributions.size() <= most) {
      return contributions;
    }
    List<Contribution> few = new ArrayList<>(contributions.subList(0, most));
    double rest = contributions.stream().skip(most).mapToDouble(Contribution::weight).sum();
    few.add(new Contribution((contributions.size() - most) + " others", rest));
    return List.copyOf(few);
  }
}
