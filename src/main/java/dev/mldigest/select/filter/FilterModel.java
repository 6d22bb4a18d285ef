package dev.mldigest.select.filter;

import dev.mldigest.domain.settings.Filter;
import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How likely an entry is what a filter cuts, by logistic regression, one for each filter: what was
 * learned is in a file of weights, a feature a line. The same entry gives the same answer.
 */
final class FilterModel {
  /** Learned from a set of our own. */
  static final String OWN = "/select/filters.weights";

  /** Learned from what others wrote: headlines, posts, pages made for a search. */
  static final String WIDE = "/select/filters-wide.weights";

  private static final String BIAS = "bias";

  /** Phrases of a cue that a sentence quotes: enough to see what it was. */
  private static final int PHRASES = 2;

  private final Map<Filter, Map<String, Double>> weights;

  FilterModel(Map<Filter, Map<String, Double>> weights) {
    this.weights = new EnumMap<>(Filter.class);
    weights.forEach((filter, byName) -> this.weights.put(filter, Map.copyOf(byName)));
  }

  /**
   * @param resource {@link #OWN} or {@link #WIDE}
   */
  static FilterModel load(String resource) {
    Map<Filter, Map<String, Double>> weights = new EnumMap<>(Filter.class);
    Map<String, Double> current = new HashMap<>();
    for (String line : WordList.read(resource).lines()) {
      int space = line.indexOf(' ');
      String first = line.substring(0, space);
      String rest = line.substring(space + 1);
      if (first.equals("filter")) {
        Filter filter = Filter.valueOf(rest.toUpperCase(Locale.ROOT).replace('-', '_'));
        current = weights.computeIfAbsent(filter, key -> new HashMap<>());
      } else {
        current.put(rest, Double.parseDouble(first));
      }
    }
    return new FilterModel(weights);
  }

  /** The filters it knows. */
  Set<Filter> filters() {
    return weights.keySet();
  }

  double probability(Filter filter, FilterFeatures.Features features) {
    Map<String, Double> of = Objects.requireNonNull(weights.get(filter));
    double score = of.getOrDefault(BIAS, 0.0);
    for (Map.Entry<String, Double> feature : features.values().entrySet()) {
      score += of.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return 1 / (1 + Math.exp(-score));
  }

  /** What speaks for the filter, the strongest first, as an editor can read it. */
  List<String> evidence(Filter filter, FilterFeatures.Features features, int most) {
    Map<String, Double> of = Objects.requireNonNull(weights.get(filter));
    List<Map.Entry<String, Double>> pulls = new ArrayList<>();
    features
        .values()
        .forEach((name, value) -> {
          double pull = of.getOrDefault(name, 0.0) * value;
          if (pull > 0 && !name.startsWith("title cue ")) {
            pulls.add(Map.entry(name, pull));
          }
        });
    return pulls.stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> pull) -> -pull.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(pull -> readable(pull.getKey(), features))
        .distinct()
        .limit(most)
        .toList();
  }

  private static String readable(String name, FilterFeatures.Features features) {
    int space = name.indexOf(' ');
    String rest = name.substring(space + 1);
    return switch (name.substring(0, space)) {
      case "cue" -> rest + " (" + quoted(features.phrases().getOrDefault(rest, List.of())) + ")";
      case "form" -> rest;
      case "style" -> "the title's style (" + rest + ")";
      default -> "'" + rest + "'";
    };
  }

  private static String quoted(List<String> phrases) {
    return phrases.stream()
        .sorted(Comparator.comparingInt((String phrase) -> -phrase.length()))
        .limit(PHRASES)
        .map(phrase -> "'" + phrase + "'")
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
