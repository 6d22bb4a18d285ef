package dev.mldigest.select.story.mention;

import dev.mldigest.text.WordList;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for it that an item means a paper, as numbers mostly from 0 to 1, and how much each
 * weighs. The weights are learned: {@code mentions.weights}, one a line.
 */
final class MentionSigns {
  enum Sign {
    /** Cosine of all words. */
    WORDS,
    /** Cosine of the words of the item's title and first sentences. */
    LEAD,
    /** How much better {@link #WORDS} is than with the next best paper; below 0 if it is not. */
    AHEAD,
    /** How much of the paper's title the item's has. */
    PAPER_TITLE_IN_TITLE,
    /** 1 for a title of three terms and more that is all in the paper's. */
    WHOLE_TITLE,
    /** How much of the paper's title the item says anywhere. */
    PAPER_TITLE_SAID,
    /** How much of the item's title the paper says anywhere. */
    TITLE_SAID,
    /** 1 for a paper of the last 7 days. */
    OF_THE_WEEK,
    /** 1 for a paper of the 7 days before. */
    OF_THE_WEEK_BEFORE,
    /** 1 for a paper older than 30 days. */
    OLD;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final String BIAS = "bias";

  private static final String RESOURCE = "/select/mentions.weights";

  /** Terms: shorter titles are in many papers' titles by chance. */
  private static final int LEAST_TITLE = 3;

  /** Newsletters are weekly: most of what they speak of is of their week. */
  private static final Duration WEEK = Duration.ofDays(7);

  /** What is older is seldom news again. */
  private static final Duration MONTH = Duration.ofDays(30);

  private final Map<Sign, Double> weights = new EnumMap<>(Sign.class);
  private final double bias;

  /**
   * @param weights by the words of the signs, and the bias
   */
  MentionSigns(Map<String, Double> weights) {
    for (Sign sign : Sign.values()) {
      this.weights.put(sign, weights.getOrDefault(sign.word(), 0.0));
    }
    bias = weights.getOrDefault(BIAS, 0.0);
  }

  static MentionSigns load() {
    Map<String, Double> weights = new HashMap<>();
    for (String line : WordList.read(RESOURCE).lines()) {
      int space = line.indexOf(' ');
      weights.put(line.substring(space + 1), Double.parseDouble(line.substring(0, space)));
    }
    return new MentionSigns(weights);
  }

  /** Log-odds over what it takes to be sure enough: from 0 on the paper is meant. */
  double margin(Map<Sign, Double> signs) {
    double sum = bias;
    for (Map.Entry<Sign, Double> sign : signs.entrySet()) {
      sum += weights.getOrDefault(sign.getKey(), 0.0) * sign.getValue();
    }
    return sum;
  }

  /** All signs but {@link Sign#AHEAD}, which takes the other papers. */
  static Map<Sign, Double> of(
      PaperIndex index,
      PaperIndex.PaperTerms paper,
      PaperIndex.PaperTerms item,
      PaperIndex.PaperTerms lead) {
    Map<Sign, Double> signs = new EnumMap<>(Sign.class);
    signs.put(Sign.WORDS, paper.vector().dot(item.vector()));
    signs.put(Sign.LEAD, paper.vector().dot(lead.vector()));
    boolean whole =
        item.title().size() >= LEAST_TITLE && item.title().stream().allMatch(paper::titled);
    signs.put(Sign.PAPER_TITLE_IN_TITLE, share(index, paper.title(), item::titled));
    signs.put(Sign.WHOLE_TITLE, whole ? 1.0 : 0.0);
    signs.put(Sign.PAPER_TITLE_SAID, share(index, paper.title(), item.vector()::has));
    signs.put(Sign.TITLE_SAID, share(index, item.title(), paper.vector()::has));
    return signs;
  }

  /** How old the paper is when it is spoken of; a paper without a date counts as new. */
  static void age(Map<Sign, Double> signs, @Nullable Instant written, @Nullable Instant told) {
    Duration age =
        written == null || told == null ? Duration.ZERO : Duration.between(written, told);
    boolean week = age.compareTo(WEEK) <= 0;
    boolean fortnight = age.compareTo(WEEK.multipliedBy(2)) <= 0;
    signs.put(Sign.OF_THE_WEEK, week ? 1.0 : 0.0);
    signs.put(Sign.OF_THE_WEEK_BEFORE, fortnight && !week ? 1.0 : 0.0);
    signs.put(Sign.OLD, age.compareTo(MONTH) > 0 ? 1.0 : 0.0);
  }

  /** The share of the terms that are there, each by its weight. */
  private static double share(PaperIndex index, List<Integer> terms, IntPredicate isThere) {
    double all = 0;
    double there = 0;
    for (int term : terms) {
      double weight = index.weight(term);
      all += weight;
      there += isThere.test(term) ? weight : 0;
    }
    return all == 0 ? 0 : there / all;
  }
}
