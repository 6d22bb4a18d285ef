package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Scores the sentences of an abstract by how well each alone would tell what is new: a linear model
 * over readable features. The weights ({@code ranker.tsv}: feature, tab, weight) are learned by
 * {@code RankerTraining} from abstracts with gists written by people; higher is better, the scale
 * is arbitrary. Linear in the text but for the centrality of a sentence among at most {@value
 * #MOST_SENTENCES} others.
 */
final class Ranker {
  static final int MOST_SENTENCES = 60;

  private final Map<String, Double> weights;

  Ranker(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** The ranker with the weights that ship with the program. */
  static Ranker shipped() {
    Map<String, Double> weights = new HashMap<>();
    for (String line : WordList.read("ranker.tsv").lines()) {
      int tab = line.lastIndexOf('\t');
      weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
    }
    return new Ranker(weights);
  }

  /** One score a sentence, in order; sentences past the first 60 get the lowest. */
  double[] scores(String title, List<String> sentences) {
    double[] scores = new double[sentences.size()];
    List<Map<String, Double>> features = features(title, sentences);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i < features.size() ? score(features.get(i)) : Double.NEGATIVE_INFINITY;
    }
    return scores;
  }

  private double score(Map<String, Double> features) {
    double sum = 0;
    for (var feature : features.entrySet()) {
      sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return sum;
  }

  /** Named features of the first 60 sentences; the trainer sees exactly what the program sees. */
  static List<Map<String, Double>> features(String title, List<String> sentences) {
    List<String> read = sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()));
    List<Set<String>> stems = read.stream().map(s -> Set.copyOf(Words.content(s))).toList();
    Set<String> heading = Set.copyOf(Words.content(title));
    Set<String> headingPairs = pairs(Words.of(title));
    List<Map<String, Double>> all = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Map<String, Double> f = new LinkedHashMap<>();
      position(f, i, read.size());
      wording(f, LeadIn.strip(read.get(i)));
      f.put("title covered", share(heading, stems.get(i)));
      f.put("title precision", share(stems.get(i), heading));
      f.put("title pairs", share(headingPairs, pairs(Words.of(read.get(i)))));
      f.put("centrality", centrality(stems, i));
      all.add(f);
    }
    relative(all, "title covered");
    relative(all, "centrality");
    return all;
  }

  private static void position(Map<String, Double> f, int i, int n) {
    f.put("bias", 1.0);
    f.put("from start " + Math.min(i, 8), 1.0);
    f.put("from end " + Math.min(n - 1 - i, 4), 1.0);
    f.put("place " + (n == 1 ? 0 : 5 * i / n) + " of 5", 1.0);
    f.put("relative place", n == 1 ? 0.0 : (double) i / (n - 1));
  }

  private static void wording(Map<String, Double> f, String sentence) {
    List<String> words = Words.of(sentence);
    f.put("length " + Math.min(words.size() / 4, 14), 1.0);
    f.put("length", words.size() / 25.0);
    f.put("has number", sentence.chars().anyMatch(Character::isDigit) ? 1.0 : 0.0);
    f.put("has bracket", sentence.indexOf('(') >= 0 ? 1.0 : 0.0);
    f.put("has colon", sentence.indexOf(':') >= 0 ? 1.0 : 0.0);
    f.put("commas", Math.min(6, Texts.count(sentence, ",")) / 3.0);
    f.put("is question", sentence.endsWith("?") ? 1.0 : 0.0);
    if (words.size() > 1) {
      f.put("opens " + words.get(0), 1.0);
      f.put("opens " + words.get(0) + " " + words.get(1), 1.0);
    }
    for (String word : new HashSet<>(words)) {
      f.put("word " + Words.stem(word.toLowerCase(Locale.ROOT)), 1.0);
    }
  }

  private static double share(Set<String> of, Set<String> in) {
    return of.isEmpty() ? 0 : (double) of.stream().filter(in::contains).count() / of.size();
  }

  private static Set<String> pairs(List<String> words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(Words.stem(words.get(i - 1)) + " " + Words.stem(words.get(i)));
    }
    return pairs;
  }

  /** Mean share of the sentence's stems that the other sentences use. */
  private static double centrality(List<Set<String>> stems, int i) {
    if (stems.size() == 1) {
      return 0;
    }
    double sum = 0;
    for (int j = 0; j < stems.size(); j++) {
      sum += j == i ? 0 : share(stems.get(i), stems.get(j));
    }
    return sum / (stems.size() - 1);
  }

  private static void relative(List<Map<String, Double>> all, String name) {
    double best = all.stream().mapToDouble(f -> f.getOrDefault(name, 0.0)).max().orElse(0);
    for (Map<String, Double> f : all) {
      double value = f.getOrDefault(name, 0.0);
      f.put(name + ", best", best > 0 && value == best ? 1.0 : 0.0);
      f.put(name + ", of best", best > 0 ? value / best : 0.0);
    }
  }
}
