package dev.mldigest.select.filter;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.piece.Lead;
import dev.mldigest.text.Language;
import dev.mldigest.text.Phrase;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this audience never wants, whatever the ranking says: material for beginners, click-bait,
 * advertising, job advertisements, other languages, other subjects. What an entry states plainly
 * ({@link Marks}) decides, or the form of its title ({@link TitleForms}); else a learner ({@link
 * FilterModel}) must be nearly sure, or be of one mind with a phrase of the title. Papers, releases
 * and trusted sources are never judged by words, and what is not in English by marks and language
 * alone: phrases, forms and weights are English. In doubt an entry stays: an item that was wrongly
 * cut is not seen again.
 */
public final class Filters {
  /** From here the learner decides alone: cross-validated, 0.6 still cuts what should stay. */
  static final double SURE = 0.7;

  /**
   * From here what others' headlines taught of click-bait decides where a whole text is known: the
   * more there is to read, the less a title says of it.
   */
  private static final double SELLS = 0.75;

  /**
   * From here what others' pages taught of advertising decides, where more than a title is known:
   * of 51 posts of sites not seen that should stay the first has 0.5.
   */
  private static final double LIKELY = 0.55;

  /**
   * The same where the text has substance, which of pages written for a search 2 in 100 have, of
   * posts that people follow 22.
   */
  private static final double NEARLY_CERTAIN = 0.9;

  /** Below it what others wrote speaks against beginner material, whatever our own set says. */
  private static final double DOUBTFUL = 0.2;

  /** Words of a lead from which more than a title is known: the least a summary is made of. */
  private static final int LEAD_WORDS = 25;

  /** Words of a text that is more than a lead: an example, or a shop in it, is not its subject. */
  private static final int WHOLE_WORDS = 300;

  /** From here a title alone hints at it: of 51 posts that should stay 1 does. */
  private static final double HINTED = 0.25;

  private static final double NEVER = 2;

  /** How often a form is right, by the posts in whose view the forms were written. */
  private static final double FORMED = 0.9;

  /** The kinds of phrases that show in a title what a filter is for. */
  private static final Map<Filter, List<String>> CUES =
      Map.of(
          Filter.BEGINNER, List.of("teaching", "newcomer", "career", "primer-topic"),
          Filter.SPONSORED, List.of("offer", "praise", "disclosure", "riches"),
          Filter.JOB, List.of("employment"));

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
  private final FilterModel own;
  private final FilterModel wide;

  /**
   * @param language tag of the digest's language
   */
  public Filters(Settings.Audience audience, String language) {
    this(
        audience.unfiltered(),
        new Language(language),
        FilterModel.load(FilterModel.OWN),
        FilterModel.load(FilterModel.WIDE));
  }

  Filters(Set<Filter> off, Language language, FilterModel own, FilterModel wide) {
    this.off = off;
    this.language = language;
    this.own = own;
    this.wide = wide;
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
    if (!language.isEnglish(read(candidate))) {
      return null; // words of other languages that are spelled like English ones mean other things
    }
    boolean release = kind == SourceKind.RELEASES || kind == SourceKind.GITHUB;
    boolean trusted = candidate.source().weight() >= TRUSTED;
    Cut learned = release || trusted ? null : learned(candidate);
    Cut other = otherSubject(candidate); // whoever wrote it, and however it is titled
    return other == null || (learned != null && learned.filter() != Filter.CLICK_BAIT)
        ? learned
        : other;
  }

  private static Cut cut(Filter filter, String reasons, double probability, List<String> evidence) {
    String sentence = "Filter '" + filter.title() + "': " + reasons + ".";
    return new Cut(filter, sentence, probability, evidence);
  }

  private @Nullable Cut foreign(Candidate candidate) {
    if (off.contains(Filter.LANGUAGE)) {
      return null;
    }
    Language.Other other = language.not(read(candidate));
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

  private static String read(Candidate candidate) {
    String text = candidate.text();
    return candidate.title() + "\n" + (text.isBlank() ? Lead.of(candidate) : text);
  }

  /** At most one. */
  private List<Cut> formed(String title) {
    TitleForms.Found found = TitleForms.find(title);
    if (found == null || off.contains(found.filter())) {
      return List.of();
    }
    String says = "'" + found.said() + "'";
    return List.of(cut(found.filter(), "the title has the form " + says, FORMED, List.of(says)));
  }

  private @Nullable Cut learned(Candidate candidate) {
    String title = candidate.title();
    String lead = Lead.of(candidate);
    FilterFeatures.Features told = FilterFeatures.of(title, lead);
    FilterFeatures.Features bare = FilterFeatures.of(title, "");
    boolean whole = Words.count(candidate.text()) >= WHOLE_WORDS;
    List<Cut> cuts = new ArrayList<>(formed(title));
    for (Filter filter : own.filters()) {
      double sure = whole && !shows(filter, bare) ? unshown(filter) : SURE;
      cuts.addAll(isDenied(filter, told) ? List.of() : learned(own, filter, title, told, sure));
    }
    boolean substance = Substance.isIn(candidate);
    double sure = substance ? NEARLY_CERTAIN : whole ? SELLS : SURE;
    double likely = Words.count(lead) < LEAD_WORDS ? SURE : LIKELY;
    boolean hidden = whole && !shows(Filter.SPONSORED, bare);
    cuts.addAll(
        learned(
            wide, Filter.SPONSORED, title, told, substance || hidden ? NEARLY_CERTAIN : likely));
    cuts.addAll(learned(wide, Filter.CLICK_BAIT, title, told, sure));
    // A title that sells a click does so whatever stands below it.
    cuts.addAll(learned(wide, Filter.CLICK_BAIT, title, bare, sure));
    return cuts.stream().max(Comparator.comparingDouble(Cut::probability)).orElse(null);
  }

  private boolean isDenied(Filter filter, FilterFeatures.Features told) {
    return filter == Filter.BEGINNER
        && wide.filters().contains(filter)
        && wide.probability(filter, told) < DOUBTFUL;
  }

  /** Whether the title alone speaks for the filter. */
  private boolean shows(Filter filter, FilterFeatures.Features bare) {
    return CUES.getOrDefault(filter, List.of()).stream().anyMatch(bare.phrases()::containsKey)
        || (wide.filters().contains(filter) && wide.probability(filter, bare) >= HINTED);
  }

  /** The bound for a whole text that a lead alone speaks against. */
  private static double unshown(Filter filter) {
    return switch (filter) {
      case BEGINNER -> NEVER;
      case SPONSORED, JOB -> NEARLY_CERTAIN;
      case CLICK_BAIT, LANGUAGE, SUBJECT -> SURE;
    };
  }

  /** At most one. */
  private List<Cut> learned(
      FilterModel model,
      Filter filter,
      String title,
      FilterFeatures.Features features,
      double sure) {
    if (off.contains(filter) || !model.filters().contains(filter)) {
      return List.of();
    }
    String phrase = model == wide && filter == Filter.CLICK_BAIT ? null : phrase(filter, title);
    double probability = model.probability(filter, features);
    if (probability < (phrase == null ? sure : CONFIRMS)) {
      return List.of();
    }
    List<String> strongest = model.evidence(filter, features, STRONGEST);
    String says = phrase == null ? "" : "the title says '" + phrase + "'; ";
    String reasons = says + percent(probability) + " by " + String.join(", ", strongest);
    return List.of(cut(filter, reasons, probability, strongest));
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
    return !off.contains(Filter.SUBJECT) && Subject.isOther(candidate)
        ? cut(
            Filter.SUBJECT, "neither of the field nor of its practice, by its words", 1, List.of())
        : null;
  }
}
