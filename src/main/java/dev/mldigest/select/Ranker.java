package dev.mldigest.select;

import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores the stories of a week for this audience: likeness to the description and the examples of
 * feeds.yaml, trust in the source, number of sources; with enough past issues also what the editor
 * picked. Value over recency: dates do not count.
 */
final class Ranker {
  /** How much one example must have in common with a story to be named. */
  private static final double CLOSE = 0.12;

  private static final double WANTED = 4;
  private static final double UNWANTED = 5;
  private static final double DESCRIPTION = 2;
  private static final double TRUST = 0.7;
  private static final double SOURCES = 0.35;
  private static final double LEARNED = 1;

  /**
   * A story with its score.
   *
   * @param vector its words, for telling near-alike stories apart
   * @param unwanted true if it is closer to what the editor does not want than to anything wanted
   */
  record Scored(Story story, double score, String why, SparseVector vector, boolean unwanted) {}

  private record Likeness(double value, String example) {}

  private final Settings.Audience audience;

  Ranker(Settings.Audience audience) {
    this.audience = audience;
  }

  /** The stories in the order given, each with its score. */
  List<Scored> score(List<Story> stories, PastIssues past) {
    TermSpace space = new TermSpace();
    List<Piece> pieces = stories.stream().map(story -> Piece.of(story.primary())).toList();
    pieces.forEach(piece -> space.add(terms(piece.title(), piece.text())));
    space.add(terms(audience.description(), ""));
    audience.wanted().forEach(example -> space.add(terms(example, "")));
    audience.unwanted().forEach(example -> space.add(terms(example, "")));
    List<SparseVector> vectors = space.vectors();
    int n = stories.size();
    int wanted = n + 1 + audience.wanted().size();
    double[] taste = standardised(Taste.of(stories, past));
    List<Scored> scored = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      SparseVector vector = vectors.get(i);
      Likeness good = closest(vector, vectors.subList(n + 1, wanted), audience.wanted());
      Likeness bad = closest(vector, vectors.subList(wanted, vectors.size()), audience.unwanted());
      double value =
          WANTED * good.value
              - UNWANTED * bad.value
              + DESCRIPTION * vector.dot(vectors.get(n))
              + trust(stories.get(i))
              + LEARNED * taste[i];
      boolean unwanted = bad.value >= CLOSE * 2 && bad.value > good.value;
      String why = why(stories.get(i), good, taste[i]);
      scored.add(new Scored(stories.get(i), value, why, vector, unwanted));
    }
    return scored;
  }

  private static Map<String, Double> terms(String title, String text) {
    Map<String, Double> counts = new HashMap<>();
    Words.terms(text).forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    Words.terms(title).forEach(term -> counts.merge(term, 3.0, Double::sum));
    return counts;
  }

  private static Likeness closest(
      SparseVector vector, List<SparseVector> examples, List<String> names) {
    Likeness best = new Likeness(0, "");
    for (int i = 0; i < examples.size(); i++) {
      double value = vector.dot(examples.get(i));
      if (value > best.value) {
        best = new Likeness(value, names.get(i));
      }
    }
    return best;
  }

  private static double trust(Story story) {
    return TRUST * Math.log(story.primary().source().weight())
        + SOURCES * Math.log((double) sources(story)) / Math.log(2);
  }

  /** How many publishers reported the story, each on its own. */
  static long sources(Story story) {
    return Reports.independent(story);
  }

  /** At mean 0 and deviation 1; all 0 where all are the same. */
  private static double[] standardised(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / Math.max(1, values.length);
    double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, values.length) - mean * mean));
    double[] standard = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      standard[i] = deviation < 1e-9 ? 0 : (values[i] - mean) / deviation;
    }
    return standard;
  }

  private static String why(Story story, Likeness good, double taste) {
    List<String> reasons = new ArrayList<>();
    long sources = sources(story);
    if (sources > 1) {
      reasons.add("reported by " + sources + " sources");
    }
    if (good.value >= CLOSE) {
      reasons.add("close to the wanted example '" + good.example + "'");
    }
    if (taste > 1) {
      reasons.add("like what was picked before");
    }
    if (story.primary().source().weight() > 1) {
      reasons.add("from a trusted source");
    }
    if (reasons.isEmpty()) {
      reasons.add("closest to the audience among what the week offered");
    }
    String sentence = String.join("; ", reasons);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }
}
