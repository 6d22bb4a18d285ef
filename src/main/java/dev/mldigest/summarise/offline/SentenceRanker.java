package dev.mldigest.summarise.offline;

import dev.mldigest.summarise.offline.GistFeatures.Wording;
import dev.mldigest.text.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores the sentences of an abstract, and their shorter forms, by how well each alone would tell
 * what is new: a linear model over readable features. The weights ({@code ranker.tsv}: feature,
 * tab, weight) are learned by {@code RankerTraining} from abstracts with gists written by people;
 * higher is better, the scale is arbitrary.
 */
final class SentenceRanker {
  /** A form of a sentence and what it is worth. */
  record Scored(int sentence, String text, double score) {}

  private final Map<String, Double> weights;

  SentenceRanker(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** The ranker with the weights that ship with the program. */
  static SentenceRanker shipped() {
    Map<String, Double> weights = new HashMap<>();
    for (String line : WordList.read("/summarise/ranker.tsv").lines()) {
      int tab = line.lastIndexOf('\t');
      weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
    }
    return new SentenceRanker(weights);
  }

  /** Every form of the first 60 sentences, in their order. */
  List<Scored> forms(String title, List<String> sentences) {
    return GistFeatures.of(title, sentences).stream()
        .map(wording -> new Scored(wording.sentence(), wording.form().text(), score(wording)))
        .toList();
  }

  private double score(Wording wording) {
    return score(wording.ofSentence()) + score(wording.ofForm());
  }

  private double score(Map<String, Double> features) {
    double sum = 0;
    for (var feature : features.entrySet()) {
      sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return sum;
  }
}
