package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each sentence of a post is worth to a summary: how well it tells what the text is about
 * ({@code telling.tsv}, learned), and how well it says what our house wants said ({@code
 * style.txt}). Of an abstract only the second counts, and that results stand at its end.
 */
final class Worth {
  /** So few words of its own, and a sentence says the headline again. */
  private static final int FEWEST_NEW = 2;

  /** "Announces", "new", "model": words that any headline may add say nothing by themselves. */
  private static final Set<String> ORDINARY =
      WordList.read("/summarise/ordinary.txt").words().stream()
          .map(Words::root)
          .collect(Collectors.toUnmodifiableSet());

  /** What was done or found, not what is. */
  private static final Set<String> NEWS =
      Set.of(
          "result with measure",
          "found",
          "built",
          "release",
          "version",
          "results",
          "rival",
          "amount");

  /** A list's item or what is conceded, whatever else it says. */
  private static final Set<String> NO_NEWS = Set.of("label", "concedes", "bare list");

  private static final double REPEATS = 1.5;

  /** On the scale of style.txt: the end of an abstract is as good as a release. */
  private static final double END_OF_ABSTRACT = 0.5;

  /** Share of a text's sentences: of our corpus of articles one post in nine has so many orders. */
  private static final double ORDERS = 0.15;

  private static final int FEWEST_ORDERS = 4;

  /** As much as a release. */
  private static final double END_OF_ADVICE = 0.5;

  private final Map<String, Double> telling = weights("/summarise/telling.tsv");
  private final Map<String, Double> style = weights("/summarise/style.txt");

  /**
   * @param all for the choice among sentences
   * @param style alone: below {@link #FILLER} it adds nothing to a summary
   */
  record Scores(List<Double> all, List<Double> style, List<Boolean> news, List<Boolean> amounts) {
    // By reading: below these it was background or a detail.
    private static final double MORE = 0.15;

    private static final double ENOUGH = 0.5;

    /** Two forms that our house does without, and nothing to make up for them. */
    static final double FILLER = -0.6;

    boolean isFiller(int i) {
      return style.get(i) < FILLER;
    }

    /** True if it says that something was found, built, released or measured. */
    boolean tellsNews(int i) {
      return news.get(i) && style.get(i) > 0;
    }

    /** True if it tells enough of its matter to be said beside what tells the news. */
    boolean tellsMore(int i) {
      return style.get(i) >= MORE && all.get(i) >= ENOUGH;
    }

    /** True if it says enough to stand beside a quotation. */
    boolean tellsWhy(int i) {
      return style.get(i) >= 0 && all.get(i) >= ENOUGH;
    }

    /** True if it says how much. */
    boolean isMeasured(int i) {
      return amounts.get(i);
    }

    /** True if it may go on telling of what the sentence before it tells. */
    boolean goesOn(int i) {
      return style.get(i) >= 0;
    }
  }

  private static Map<String, Double> weights(String path) {
    Map<String, Double> weights = new HashMap<>();
    for (String line : WordList.read(path).lines()) {
      int tab = line.lastIndexOf('\t');
      weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
    }
    return Map.copyOf(weights);
  }

  Scores of(String title, List<String> sentences, boolean paper) {
    List<Map<String, Double>> features = Telling.of(title, sentences);
    Set<String> heading = Set.copyOf(Words.roots(title));
    boolean advice = !paper && isAdvice(features);
    List<Double> all = new ArrayList<>();
    List<Double> own = new ArrayList<>();
    List<Boolean> news = new ArrayList<>();
    List<Boolean> amounts = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      Map<String, Double> counted = paper ? own(features.get(i)) : now(features.get(i));
      if (advice) {
        counted.keySet().removeAll(Set.of("command", "asks"));
      }
      double wanted = sum(counted, style) + (advice ? END_OF_ADVICE * near(counted) : 0);
      amounts.add(has(features.get(i), "amount"));
      news.add(
          NEWS.stream().anyMatch(form -> has(counted, form))
              && NO_NEWS.stream().noneMatch(form -> has(counted, form)));
      wanted -= repeats(sentence, heading) ? REPEATS : 0;
      own.add(wanted);
      all.add(
          wanted
              + (paper
                  ? END_OF_ABSTRACT * features.get(i).getOrDefault("relative place", 0.0)
                  : sum(features.get(i), telling)));
    }
    return new Scores(all, own, news, amounts);
  }

  /** True if the sentence says no more than the headline. */
  static boolean repeats(String sentence, Set<String> heading) {
    return !heading.isEmpty()
        && Words.roots(sentence).stream()
                .filter(root -> !heading.contains(root) && !ORDINARY.contains(root))
                .distinct()
                .count()
            < FEWEST_NEW;
  }

  /** A text full of orders gives advice, and sums it up in its end. */
  private static boolean isAdvice(List<Map<String, Double>> features) {
    long orders = features.stream().filter(f -> has(f, "command")).count();
    return orders >= FEWEST_ORDERS && orders >= ORDERS * features.size();
  }

  private static double near(Map<String, Double> features) {
    return features.getOrDefault("near end", 0.0);
  }

  /** What was launched months ago is no news, and what modern systems offer is nobody's. */
  private static Map<String, Double> now(Map<String, Double> features) {
    Map<String, Double> now = firm(features);
    if (has(features, "past")) {
      now.keySet().removeAll(Set.of("release", "built", "found", "result with measure"));
    }
    if (has(features, "background")) {
      now.keySet().removeAll(Set.of("is a", "lets", "thesis", "release"));
    }
    return now;
  }

  /** In an abstract the authors' own doing is the news, whatever it is held against. */
  private static Map<String, Double> own(Map<String, Double> features) {
    Map<String, Double> own = firm(features);
    own.remove("too long");
    if (has(features, "we")) {
      own.keySet().removeAll(Set.of("past", "background"));
    } else if (!has(features, "results")) {
      own.keySet().removeAll(Set.of("found", "built", "release", "is a", "lets", "thesis"));
    }
    return own;
  }

  /** That it is better than others, and not by how much, is no finding. */
  private static Map<String, Double> firm(Map<String, Double> features) {
    Map<String, Double> firm = new HashMap<>(features);
    if (has(features, "vague")) {
      firm.keySet()
          .removeAll(Set.of("result", "result with measure", "found", "results", "thesis"));
    }
    return firm;
  }

  private static boolean has(Map<String, Double> features, String name) {
    return features.getOrDefault(name, 0.0) > 0;
  }

  private static double sum(Map<String, Double> features, Map<String, Double> weights) {
    double sum = 0;
    for (var feature : features.entrySet()) {
      sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return sum;
  }
}
