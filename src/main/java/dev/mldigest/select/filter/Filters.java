package dev.mldigest.select.filter;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.story.Lead;
import dev.mldigest.text.Phrase;
import dev.mldigest.text.WordList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this audience never wants, whatever the ranking says: material for beginners, click-bait,
 * advertising, job advertisements, other languages, other subjects. What an entry states plainly
 * ({@link Marks}) decides; else a learner ({@link FilterModel}) must be nearly sure, or be of one
 * mind with a phrase of the title. Papers, releases and trusted sources are never judged by words.
 * In doubt an entry stays: an item that was wrongly cut is not seen again.
 */
public final class Filters {
  /** From here the learner decides alone: cross-validated, 0.6 still cuts what should stay. */
  static final double SURE = 0.7;

  /** The probability from which it confirms a phrase of the title. */
  static final double CONFIRMS = 0.4;

  /** The weight of feeds.yaml from which a source is trusted. */
  static final double TRUSTED = 1.5;

  /** Features that a sentence names: as many as fit a line of the ledger. */
  private static final int STRONGEST = 3;

  private static final Map<Filter, List<String>> PHRASES =
      Map.of(
          Filter.BEGINNER, List.copyOf(WordList.read("/select/beginner.txt").set()),
          Filter.CLICK_BAIT, List.copyOf(WordList.read("/select/click-bait.txt").set()),
          Filter.SPONSORED, List.copyOf(WordList.read("/select/sponsored.txt").set()),
          Filter.JOB, List.copyOf(WordList.read("/select/jobs.txt").set()));

  /**
   * @param sentence names the filter and what it found, for the ledger
   * @param probability that it is right to cut; 1 where the entry states it itself
   * @param evidence the phrase, or the strongest features
   */
  public record Cut(Filter filter, String sentence, double probability, List<String> evidence) {
    public Cut {
      evidence = List.copyOf(evidence);
    }
  }

  private final Set<Filter> off;
  private final Language language;
  private final FilterModel model;

  /**
   * @param language tag of the digest's language
   */
  public Filters(Settings.Audience audience, String language) {
    this(audience.unfiltered(), new Language(language), FilterModel.load());
  }

  Filters(Set<Filter> off, Language language, FilterModel model) {
    this.off = off;
    this.language = language;
    this.model = model;
  }

  /** Why the candidate is not for this audience, or null. */
  public @Nullable Cut judge(Candidate candidate) {
    Cut foreign = foreign(candidate);
    SourceKind kind = candidate.source().kind();
    if (foreign != null || kind.isPaper()) {
      return foreign;
    }
    Marks.Mark mark = Marks.find(candidate);
    if (mark != null && !off.contains(mark.filter())) {
      return cut(mark.filter(), mark.evidence(), 1, List.of(mark.evidence()));
    }
    boolean release = kind == SourceKind.RELEASES || kind == SourceKind.GITHUB;
    boolean trusted = candidate.source().weight() >= TRUSTED;
    Cut learned = release || trusted ? null : learned(candidate);
    return learned == null ? otherSubject(candidate) : learned;
  }

  private static Cut cut(Filter filter, String reasons, double probability, List<String> evidence) {
    String sentence = "Filter '" + filter.title() + "': " + reasons + ".";
    return new Cut(filter, sentence, probability, evidence);
  }

  private @Nullable Cut foreign(Candidate candidate) {
    if (off.contains(Filter.LANGUAGE)) {
      return null;
    }
    String text = candidate.text();
    String read = candidate.title() + "\n" + (text.isBlank() ? Lead.of(candidate) : text);
    Language.Other other = language.not(read);
    if (other == null) {
      return null;
    }
    String reasons =
        "in %s, not %s (%s; %s)"
            .formatted(
                other.name(),
                language.name(),
                String.join(", ", other.evidence()),
                percent(other.probability()));
    return cut(Filter.LANGUAGE, reasons, other.probability(), other.evidence());
  }

  private @Nullable Cut learned(Candidate candidate) {
    FilterFeatures.Features features = FilterFeatures.of(candidate.title(), Lead.of(candidate));
    Map<Filter, Double> sure = new EnumMap<>(Filter.class);
    Map<Filter, String> phrases = new HashMap<>();
    for (Filter filter : model.filters()) {
      if (off.contains(filter)) {
        continue;
      }
      String phrase = phrase(filter, candidate.title());
      double probability = model.probability(filter, features);
      if (probability >= (phrase == null ? SURE : CONFIRMS)) {
        sure.put(filter, probability);
        phrases.put(filter, phrase == null ? "" : phrase);
      }
    }
    return sure.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(best ->
            because(
                best.getKey(), phrases.getOrDefault(best.getKey(), ""), best.getValue(), features))
        .orElse(null);
  }

  private Cut because(
      Filter filter, String phrase, double probability, FilterFeatures.Features features) {
    List<String> strongest = model.evidence(filter, features, STRONGEST);
    String says = phrase.isEmpty() ? "" : "the title says '" + phrase + "'; ";
    String reasons = says + percent(probability) + " by " + String.join(", ", strongest);
    return cut(filter, reasons, probability, strongest);
  }

  private static @Nullable String phrase(Filter filter, String title) {
    String folded = Phrase.fold(title);
    return PHRASES.getOrDefault(filter, List.of()).stream()
        .filter(phrase -> Phrase.isIn(folded, phrase))
        .findFirst()
        .orElse(null);
  }

  /** Never 100 %: nothing that was learned is that sure. */
  private static String percent(double probability) {
    return Math.min(99, Math.round(probability * 100)) + " %";
  }

  private @Nullable Cut otherSubject(Candidate candidate) {
    return !off.contains(Filter.SUBJECT) && Rules.isOffTopic(candidate)
        ? cut(Filter.SUBJECT, "no term of the field in title or text", 1, List.of())
        : null;
  }
}
