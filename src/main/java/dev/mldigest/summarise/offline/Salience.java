package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores the sentences of an article, where no learned weights exist: near the top (news puts first
 * things first), near the title, central, saying that something is new or how much, of a readable
 * length. Higher is better. Linear.
 *
 * <p>The weights were set by hand, by reading summaries of feed articles; no set of articles with
 * summaries by people was at hand. For the gist of abstracts, where one is, {@link SentenceRanker}
 * has learned weights.
 */
final class Salience {
  private static final Pattern CUES =
      Pattern.compile(
          String.join("|", WordList.read("/summarise/cues.txt").lines()), Pattern.CASE_INSENSITIVE);

  private static final Pattern ANNOUNCEMENTS =
      Pattern.compile(
          String.join("|", WordList.read("/summarise/announcements.txt").lines()),
          Pattern.CASE_INSENSITIVE);

  // In words: what reads well in a newsletter stands between.
  private static final int SHORT = 10;
  private static final int LONG = 32;

  /** Words that point back ("This", "He") make no sense alone. */
  private static final Set<String> POINTERS = WordList.read("/summarise/pointers.txt").words();

  double[] scores(String title, List<String> sentences) {
    Set<String> heading = Set.copyOf(Words.roots(title));
    Map<String, Integer> counts = new HashMap<>();
    List<List<String>> stems = sentences.stream().map(Words::roots).toList();
    stems.forEach(s -> new HashSet<>(s).forEach(stem -> counts.merge(stem, 1, Integer::sum)));
    double[] scores = new double[sentences.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] =
          1.0 / (1 + i / 4.0)
              + 0.9 * share(stems.get(i), heading)
              + 0.8 * centrality(stems.get(i), counts, sentences.size())
              + wording(sentences.get(i));
    }
    return scores;
  }

  private static double wording(String sentence) {
    List<String> words = Words.of(sentence);
    double score = CUES.matcher(sentence).find() ? 0.45 : 0;
    boolean figures = sentence.chars().anyMatch(Character::isDigit);
    score += figures ? 0.1 : 0;
    // With a figure it tells something all the same.
    score -= !figures && ANNOUNCEMENTS.matcher(sentence).find() ? 0.6 : 0;
    score -= !words.isEmpty() && POINTERS.contains(words.getFirst()) ? 0.35 : 0;
    score -= sentence.contains("?") || sentence.contains("？") ? 0.4 : 0;
    score -= sentence.startsWith("\"") || sentence.startsWith("“") ? 0.25 : 0;
    int length = Words.count(sentence);
    score -= Math.max(0, length - LONG) * 0.03;
    return score - Math.max(0, SHORT - length) * 0.08;
  }

  private static double share(List<String> stems, Set<String> heading) {
    if (heading.isEmpty()) {
      return 0;
    }
    Set<String> seen = new HashSet<>(stems);
    return (double) heading.stream().filter(seen::contains).count() / heading.size();
  }

  /**
   * Mean share of the sentences that use each stem, damped so that a few frequent words suffice.
   */
  private static double centrality(List<String> stems, Map<String, Integer> counts, int n) {
    return stems.stream()
        .mapToDouble(stem -> Math.sqrt((counts.getOrDefault(stem, 1) - 1.0) / n))
        .average()
        .orElse(0);
  }
}
