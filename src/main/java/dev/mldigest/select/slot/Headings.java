package dev.mldigest.select.slot;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which heading a piece belongs, learned from where earlier pieces stood: logistic
 * regression, one heading against the others, on the words of the title, who told it and the words
 * of its address. The same pieces give the same answers.
 */
public final class Headings {
  /**
   * Cost of an error. Of 1, 3, 10 and 30 the best on Last Week in AI's issues of 2022 and R
   * Weekly's to 2020, as the two lengths below.
   */
  private static final double C = 10;

  /** Length of who told it beside the title's words at 1. */
  private static final double TELLER = 0.5;

  /** Length of each word of the address. */
  private static final double ADDRESS = 0.3;

  private static final double PRECISION = 0.05;

  /** More words of an address are a title again. */
  private static final int MOST_OF_ADDRESS = 20;

  private static final Pattern PATH = Pattern.compile("^https?://[^/]*/");
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  /** A piece that stood under a heading. */
  public record Filed(Piece piece, String heading) {}

  /**
   * A heading.
   *
   * @param probability of it among all that were seen
   */
  public record Guess(String heading, double probability) {}

  private final Model model;
  private final List<String> headings;
  private final Map<String, Integer> places;
  private final Map<String, Double> rarity;

  private Headings(
      Model model, List<String> headings, Map<String, Integer> places, Map<String, Double> rarity) {
    this.model = model;
    this.headings = headings;
    this.places = places;
    this.rarity = rarity;
  }

  /**
   * @param past pieces under two headings or more
   */
  public static Headings learn(List<Filed> past) {
    List<Map<String, Double>> read = past.stream().map(filed -> features(filed.piece)).toList();
    List<String> headings = past.stream().map(Filed::heading).distinct().sorted().toList();
    Map<String, Integer> pieces = new TreeMap<>();
    read.forEach(
        features -> features.keySet().forEach(name -> pieces.merge(name, 1, Integer::sum)));
    Map<String, Integer> places = new HashMap<>();
    Map<String, Double> rarity = new HashMap<>();
    pieces.forEach((name, count) -> {
      places.put(name, places.size() + 1);
      rarity.put(name, 1 + Math.log((past.size() + 1.0) / (count + 1.0)));
    });
    Problem problem = new Problem();
    problem.l = past.size();
    problem.n = places.size() + 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = nodes(read.get(i), places, rarity);
      problem.y[i] = headings.indexOf(past.get(i).heading);
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, C, PRECISION);
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput();
    return new Headings(Linear.train(problem, parameter), headings, places, rarity);
  }

  /** The likeliest heading. */
  public Guess of(Piece piece) {
    double[] probabilities = new double[headings.size()];
    int label =
        (int)
            Linear.predictProbability(model, nodes(features(piece), places, rarity), probabilities);
    double most = 0;
    for (double probability : probabilities) {
      most = Math.max(most, probability);
    }
    return new Guess(headings.get(label), most);
  }

  private static Map<String, Double> features(Piece piece) {
    Map<String, Double> features = new TreeMap<>();
    // "how" and "why" tell an explanation from news: no word is passed over
    List<String> title = Words.of(piece.title()).stream().map(Words::stem).toList();
    for (int i = 0; i < title.size(); i++) {
      features.put("title " + title.get(i), 1.0);
      if (i > 0) {
        features.put("title " + title.get(i - 1) + " " + title.get(i), 1.0);
      }
    }
    if (piece.publisher() != null) {
      features.put("source " + piece.publisher().toLowerCase(Locale.ROOT), TELLER);
    }
    if (piece.url() != null) {
      String path = PATH.matcher(piece.url().toLowerCase(Locale.ROOT)).replaceFirst("");
      Matcher words = LETTERS.matcher(path);
      for (int i = 0; i < MOST_OF_ADDRESS && words.find(); i++) {
        features.put("address " + words.group(), ADDRESS);
      }
    }
    return features;
  }

  /** What was seen before, in ascending order, the title's words at length 1. */
  private static Feature[] nodes(
      Map<String, Double> features, Map<String, Integer> places, Map<String, Double> rarity) {
    double squares = 0;
    TreeMap<Integer, Double> values = new TreeMap<>();
    List<Integer> title = new ArrayList<>();
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      Integer place = places.get(feature.getKey());
      if (place == null) {
        continue;
      }
      double value = feature.getValue();
      if (feature.getKey().startsWith("title ")) {
        value = rarity.getOrDefault(feature.getKey(), 1.0);
        squares += value * value;
        title.add(place);
      }
      values.put(place, value);
    }
    double length = Math.max(1e-9, Math.sqrt(squares));
    title.forEach(place -> values.computeIfPresent(place, (p, value) -> value / length));
    Feature[] nodes = new Feature[values.size() + 1];
    int i = 0;
    for (Map.Entry<Integer, Double> value : values.entrySet()) {
      nodes[i++] = new FeatureNode(value.getKey(), value.getValue());
    }
    nodes[i] = new FeatureNode(places.size() + 1, 1);
    return nodes;
  }
}
