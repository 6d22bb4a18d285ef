package dev.mldigest.summarise;

import dev.mldigest.domain.Evidence;
import dev.mldigest.domain.Summary;
import dev.mldigest.domain.SummarySentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Summarises without any model: chooses sentences of the source. It is the default and what every
 * failure of a model falls back to.
 *
 * <p>Promises: every sentence stands in the source, verbatim but for a lead-in taken off its front
 * and its first letter; instructions to a model, page furniture, links and code are never chosen;
 * the same input gives the same summary. An empty or unfit text gives a summary without sentences.
 */
public final class OfflineSummariser {
  private static final int MOST = 3;
  private static final int FEWEST = 2;

  /** Enough for a reader to decide; a third sentence is taken only below it. */
  private static final int ENOUGH_WORDS = 55;

  /** Share of a sentence's stems that an earlier choice may already have said. */
  private static final double TOO_ALIKE = 0.6;

  private final Ranker ranker = Ranker.shipped();
  private final Salience salience = new Salience();
  private final Highlights highlights = new Highlights();

  /**
   * Two or three sentences of the text, fewer where it has fewer that are fit.
   *
   * @param paper true for an abstract: the gist comes first, then what else is new
   */
  public Summary summarise(String title, String text, boolean paper) {
    List<String> sentences = Sentences.of(text);
    double[] scores = paper ? ranker.scores(title, sentences) : salience.scores(title, sentences);
    List<Integer> chosen = choose(sentences, scores);
    List<Integer> order = new ArrayList<>(chosen);
    order.sort(Comparator.naturalOrder());
    if (paper && !chosen.isEmpty()) {
      Integer gist = chosen.getFirst();
      order.removeIf(gist::equals);
      order.addFirst(gist);
    }
    List<SummarySentence> summary =
        order.stream().map(i -> sentence(sentences.get(i), i + 1)).toList();
    return new Summary(summary, highlights.forText(title, text, paper), Summary.OFFLINE);
  }

  /** The one sentence that best tells what an abstract is about; empty if none is fit. */
  public String gist(String title, List<String> sentences) {
    double[] scores = ranker.scores(title, sentences);
    return IntStream.range(0, sentences.size())
        .filter(i -> !Unfit.test(sentences.get(i)))
        .boxed()
        .max(Comparator.comparingDouble(i -> scores[i]))
        .map(i -> LeadIn.strip(sentences.get(i).strip()))
        .orElse("");
  }

  private static SummarySentence sentence(String source, int number) {
    return new SummarySentence(LeadIn.strip(source), List.of(new Evidence(number, source)));
  }

  /** Indexes, best first. */
  private static List<Integer> choose(List<String> sentences, double[] scores) {
    List<Integer> best =
        IntStream.range(0, sentences.size())
            .filter(i -> Salience.isSentence(sentences.get(i)) && !Unfit.test(sentences.get(i)))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    int words = 0;
    for (int i : best) {
      List<String> stems = Words.content(sentences.get(i));
      boolean full = chosen.size() >= FEWEST && words >= ENOUGH_WORDS;
      if (chosen.size() == MOST || full) {
        break;
      }
      long old = stems.stream().filter(said::contains).count();
      if (chosen.isEmpty() || old <= TOO_ALIKE * stems.size()) {
        chosen.add(i);
        said.addAll(stems);
        words += Words.of(sentences.get(i)).size();
      }
    }
    return chosen;
  }
}
