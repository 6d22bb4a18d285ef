package dev.mldigest.summarise.offline;

import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Summarises without any model: chooses sentences of the source. It is the default and what every
 * failure of a model falls back to.
 *
 * <p>Promises: every sentence stands in the source, verbatim but for its lead-in, its first letter
 * and, in the gist of a paper, the asides that {@link Trims} names; instructions to a model, page
 * furniture, links and code are never chosen; the same input gives the same summary. An empty or
 * unfit text gives a summary without sentences.
 */
public final class OfflineSummariser {
  // Two or three sentences, as a model is asked for two to four.
  private static final int MOST = 3;
  private static final int FEWEST = 2;

  /** Enough for a reader to decide; a third sentence is taken only below it. */
  private static final int ENOUGH_WORDS = 55;

  /** What continuing a chosen sentence is worth, as a share of the spread of the scores. */
  private static final double CONTINUATION = 0.3;

  /** Share of a sentence's stems that an earlier choice may already have said. */
  private static final double TOO_ALIKE = 0.6;

  private final SentenceRanker ranker = SentenceRanker.shipped();
  private final Salience salience = new Salience();
  private final Highlights highlights = new Highlights();

  /**
   * Two or three sentences of the text in its own order, fewer where it has fewer that are fit.
   *
   * @param paper true for an abstract: its gist, then what comes of it
   */
  public Summary summarise(String title, String text, boolean paper) {
    List<String> sentences = Sentences.of(text);
    List<SummarySentence> summary = paper ? paper(title, sentences) : article(title, sentences);
    return new Summary(summary, highlights.forText(title, text, paper), Summary.OFFLINE);
  }

  private List<SummarySentence> article(String title, List<String> sentences) {
    double[] scores = salience.scores(title, sentences);
    return choose(sentences, scores, fit(sentences, 0), List.of()).stream()
        .sorted()
        .map(i -> sentence(LeadIn.strip(sentences.get(i)), sentences, i))
        .toList();
  }

  /** The gist first; what stands before it in an abstract is what was known already. */
  private List<SummarySentence> paper(String title, List<String> sentences) {
    Optional<SentenceRanker.Scored> gist = best(title, sentences);
    if (gist.isEmpty()) {
      return List.of();
    }
    int first = gist.get().sentence();
    double[] scores = salience.scores(title, sentences);
    List<Integer> after = fit(sentences, first + 1);
    List<Integer> rest = after.isEmpty() ? fit(sentences, 0) : after;
    return choose(sentences, scores, rest, List.of(first)).stream()
        .sorted()
        .map(i ->
            sentence(i == first ? gist.get().text() : LeadIn.strip(sentences.get(i)), sentences, i))
        .toList();
  }

  private static List<Integer> fit(List<String> sentences, int from) {
    return IntStream.range(from, sentences.size())
        .filter(i -> UnfitSentences.isWhole(sentences.get(i)))
        .boxed()
        .toList();
  }

  /** The one sentence that best tells what an abstract is about; empty if none is fit. */
  public String gist(String title, List<String> sentences) {
    return best(title, sentences).map(SentenceRanker.Scored::text).orElse("");
  }

  private Optional<SentenceRanker.Scored> best(String title, List<String> sentences) {
    // The best first: most often one sentence needs to be tested.
    return ranker.forms(title, sentences).stream()
        .sorted(Comparator.comparingDouble(SentenceRanker.Scored::score).reversed())
        .filter(form -> !UnfitSentences.test(sentences.get(form.sentence())))
        .findFirst();
  }

  private static SummarySentence sentence(String text, List<String> sentences, int index) {
    return new SummarySentence(text, List.of(new Evidence(index + 1, sentences.get(index))));
  }

  /**
   * Indexes, those given and then the best first. A sentence that points back ("this shift",
   * "however") or that the next one takes back ("but", "in production, however") says something
   * else on its own, so it is taken only beside its neighbour; and a sentence that continues a
   * chosen one is worth more than one from elsewhere.
   */
  private static List<Integer> choose(
      List<String> sentences, double[] scores, List<Integer> fit, List<Integer> given) {
    double bonus = CONTINUATION * spread(fit, scores);
    List<Integer> chosen = new ArrayList<>(given);
    Set<String> said = new HashSet<>();
    given.forEach(i -> said.addAll(Words.roots(sentences.get(i))));
    int words = given.stream().mapToInt(i -> Words.count(sentences.get(i))).sum();
    while (chosen.size() < FEWEST || (chosen.size() < MOST && words < ENOUGH_WORDS)) {
      int next = next(fit, sentences, scores, bonus, chosen, said);
      if (next < 0) {
        break;
      }
      chosen.add(next);
      said.addAll(Words.roots(sentences.get(next)));
      words += Words.count(sentences.get(next));
    }
    return chosen;
  }

  /**
   * The best sentence that stands on its own or beside a chosen one, else the best of all; -1 if
   * none is left.
   */
  private static int next(
      List<Integer> fit,
      List<String> sentences,
      double[] scores,
      double bonus,
      List<Integer> chosen,
      Set<String> said) {
    List<Integer> open =
        fit.stream()
            .filter(i -> !chosen.contains(i) && !isRepetition(sentences.get(i), said))
            .toList();
    Comparator<Integer> byWorth =
        Comparator.comparingDouble((Integer i) -> scores[i] + (chosen.contains(i - 1) ? bonus : 0));
    return open.stream()
        .filter(i ->
            (follows(i, chosen, sentences, said) || !Discourse.pointsBack(sentences.get(i)))
                && (i + 1 == sentences.size()
                    || chosen.contains(i + 1)
                    || !Discourse.turns(sentences.get(i), sentences.get(i + 1))))
        .max(byWorth.thenComparing(Comparator.reverseOrder()))
        .or(() -> chosen.isEmpty() ? open.stream().max(byWorth) : Optional.empty())
        .orElse(-1);
  }

  /** True if what stands before the sentence, or the same in other words, is chosen. */
  private static boolean follows(
      int i, List<Integer> chosen, List<String> sentences, Set<String> said) {
    return i > 0 && (chosen.contains(i - 1) || isRepetition(sentences.get(i - 1), said));
  }

  private static boolean isRepetition(String sentence, Set<String> said) {
    List<String> stems = Words.roots(sentence);
    return !said.isEmpty()
        && stems.stream().filter(said::contains).count() > TOO_ALIKE * stems.size();
  }

  private static double spread(List<Integer> fit, double[] scores) {
    DoubleSummaryStatistics all = fit.stream().mapToDouble(i -> scores[i]).summaryStatistics();
    return fit.isEmpty() ? 0 : all.getMax() - all.getMin();
  }
}
