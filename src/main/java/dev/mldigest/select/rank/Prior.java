package dev.mldigest.select.rank;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.LearnedRanker.Contribution;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which papers editors choose, whoever they are: what a logistic regression learned of earlier
 * weeks' picks, a feature a line in {@code prior.weights}. Reads title, abstract, subjects and how
 * many wrote it, never who did. Knows papers only: of anything else it says nothing.
 */
final class Prior {
  private static final String RESOURCE = "/select/prior.weights";

  /** Length of the title's words beside the text's 1, as in {@link Design}. */
  private static final double TITLE = 0.6;

  /** A title of more words is as long as one of 30: no paper of 57,814 gains by a longer one. */
  private static final double MOST = 30;

  /** What says something to an editor; how many wrote it, or where it is filed, does not. */
  private static final Set<String> TOLD =
      Set.of(
          "form release",
          "form model size",
          "form gain",
          "form survey",
          "form benchmark",
          "form report");

  /**
   * What a feature weighs.
   *
   * @param factor what its count or measure is multiplied by: of a word how rare it is
   */
  record Weight(double weight, double factor) {}

  private final Map<String, Weight> weights;
  private final double mean;
  private final double deviation;

  /**
   * @param mean of the papers it was learned from
   * @param deviation of theirs
   */
  Prior(Map<String, Weight> weights, double mean, double deviation) {
    this.weights = Map.copyOf(weights);
    this.mean = mean;
    this.deviation = deviation;
  }

  static Prior load() {
    Map<String, Weight> weights = new HashMap<>();
    Map<String, Double> scale = new HashMap<>();
    for (String line : WordList.read(RESOURCE).lines()) {
      String[] parts = line.split(" ", 3);
      if (parts.length == 2) {
        scale.put(parts[0], Double.parseDouble(parts[1]));
      } else {
        double weight = Double.parseDouble(parts[0]);
        weights.put(parts[2], new Weight(weight, Double.parseDouble(parts[1])));
      }
    }
    return new Prior(
        weights, scale.getOrDefault("mean", 0.0), scale.getOrDefault("deviation", 1.0));
  }

  /** The lines of its file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "mean %.4f", mean));
    lines.add(String.format(Locale.ROOT, "deviation %.4f", deviation));
    weights.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Weight> one) -> -Math.abs(one.getValue().weight))
                .thenComparing(Map.Entry::getKey))
        .forEach(one -> {
          Weight weight = one.getValue();
          lines.add(
              String.format(
                  Locale.ROOT, "%.3f %.3f %s", weight.weight, weight.factor, one.getKey()));
        });
    return lines;
  }

  /** How likely it is chosen, in deviations from the usual paper. */
  double of(Piece paper) {
    return ofFeatures(features(paper));
  }

  double ofFeatures(Map<String, Double> features) {
    double sum = 0;
    for (Contribution contribution : contributions(features)) {
      sum += contribution.weight();
    }
    return (sum - mean) / deviation;
  }

  /** What of its own words speaks for a paper, the strongest first, as an editor can read it. */
  List<String> reasons(Piece paper, int most) {
    return contributions(features(paper)).stream()
        .filter(contribution -> contribution.weight() > 0 && isTold(contribution.feature()))
        .sorted(
            Comparator.comparingDouble((Contribution one) -> -one.weight())
                .thenComparing(Contribution::feature))
        .map(contribution -> words(contribution.feature(), paper))
        .distinct()
        .limit(most)
        .toList();
  }

  private static boolean isTold(String feature) {
    return TOLD.contains(feature) || feature.startsWith("word ") || feature.startsWith("title ");
  }

  private List<Contribution> contributions(Map<String, Double> features) {
    Map<String, Double> values = values(features);
    List<Contribution> all = new ArrayList<>(values.size());
    values.forEach((feature, value) -> {
      Weight weight = weights.get(feature);
      if (weight != null) {
        all.add(new Contribution(feature, weight.weight * value));
      }
    });
    return all;
  }

  /** Damped counts and plain measures by feature, in the order of the alphabet. */
  static Map<String, Double> features(Piece paper) {
    FeatureSpace space = new FeatureSpace();
    FeatureSpace.Features features = space.read(paper);
    Map<String, Double> named = new TreeMap<>();
    for (int i = 0; i < features.size(); i++) {
      if (isRead(space.name(features.id(i)))) {
        named.put(space.name(features.id(i)), Math.min(MOST, features.count(i)));
      }
    }
    return named;
  }

  /** Not who wrote it, where it stands, on which day it came, nor pairs of words. */
  private static boolean isRead(String feature) {
    return switch (FeatureSpace.Kind.of(feature)) {
      case WORD, SUBJECT -> true;
      case TITLE -> feature.indexOf(' ') == feature.lastIndexOf(' ');
      case FORM -> !feature.startsWith("form day ");
      case AUTHOR, SOURCE, GROUP, POPULAR, RECORD -> false;
    };
  }

  /** What the features are worth beside their weights: those of the words at a length in all. */
  Map<String, Double> values(Map<String, Double> features) {
    Map<String, Double> values = new TreeMap<>();
    double words = 0;
    double titles = 0;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      Weight weight = weights.get(feature.getKey());
      if (weight != null) {
        double value = feature.getValue() * weight.factor;
        values.put(feature.getKey(), value);
        words += feature.getKey().startsWith("word ") ? value * value : 0;
        titles += feature.getKey().startsWith("title ") ? value * value : 0;
      }
    }
    double word = 1 / Math.max(1e-9, Math.sqrt(words));
    double title = TITLE / Math.max(1e-9, Math.sqrt(titles));
    values.replaceAll((feature, value) ->
        feature.startsWith("word ")
            ? value * word
            : feature.startsWith("title ") ? value * title : value);
    return values;
  }

  /** A stem stands for the paper's own word. */
  private static String words(String feature, Piece paper) {
    boolean title = feature.startsWith("title ");
    if (!title && !feature.startsWith("word ")) {
      return FeatureWords.of(feature);
    }
    String stem = feature.substring(feature.indexOf(' ') + 1);
    String inTitle = spelled(stem, paper.title());
    String word = inTitle == null ? spelled(stem, paper.text()) : inTitle;
    return "'" + (word == null ? stem : word) + "'";
  }

  private static @Nullable String spelled(String stem, String text) {
    return Words.split(text).stream()
        .filter(word -> Words.stem(word.toLowerCase(Locale.ROOT)).equals(stem))
        .findFirst()
        .orElse(null);
  }
}
