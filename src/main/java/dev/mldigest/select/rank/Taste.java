package dev.mldigest.select.rank;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What past issues teach of the stories of a week: shows the store's past and the week's stories to
 * {@link LearnedRanker}, and lets what was learned count only where it stood the test of those
 * issues ({@link TasteRecord}). Points an entry gathered after its issue count with its past, as
 * the store keeps the latest alone; in a week they are compared with that week's.
 */
public final class Taste {
  private static final String POPULARITY = "popular ";

  /**
   * What is learned of a story, in the units of the plain order.
   *
   * @param value how much likelier than others of its section it is to be picked
   * @param popularity the part of it that what others made of the story adds
   * @param deviation how many of the learner's units one is; 0 where it tells nothing apart
   */
  public record Liking(
      double value, double popularity, double deviation, LearnedRanker.@Nullable Scored item) {
    public static final Liking NONE = new Liking(0, 0, 1, null);

    /** The part that is not popularity, against the mean of the week. */
    double rest() {
      return value - popularity;
    }
  }

  private final FeatureSpace space;
  private final @Nullable LearnedRanker learner;
  private final LocalDate week;
  private final TasteRecord record;
  private final TasteDecisions decisions;

  private Taste(
      FeatureSpace space,
      @Nullable LearnedRanker learner,
      LocalDate week,
      TasteRecord record,
      TasteDecisions decisions) {
    this.decisions = decisions;
    this.space = space;
    this.learner = learner;
    this.week = week;
    this.record = record;
  }

  /** Learns from the past and judges what was learned on it; takes seconds for a year's issues. */
  public static Taste of(PastIssues past, Settings.Audience audience, Slots slots) {
    FeatureSpace space = new FeatureSpace();
    List<Contender> before = contenders(past.items(), space);
    LocalDate week =
        before.stream()
            .map(Contender::week)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.EPOCH)
            .plusDays(7);
    TasteDecisions decisions = TasteDecisions.of(past);
    if (!Contender.areEnough(before)) {
      return new Taste(space, null, week, TasteRecord.TOO_FEW, decisions);
    }
    TasteTrial trial = new TasteTrial(space, PlainOrder.byWords(audience), slots.picks());
    TasteRecord record = trial.over(past.items(), before);
    return new Taste(space, LearnedRanker.learn(space, before, week), week, record, decisions);
  }

  /** What earlier issues picked and passed over, in the order given. */
  private static List<Contender> contenders(List<PastIssues.Past> items, FeatureSpace space) {
    Map<Week, List<Integer>> weeks = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      weeks.computeIfAbsent(items.get(i).week(), week -> new ArrayList<>()).add(i);
    }
    double[] echoes = new double[items.size()];
    for (List<Integer> places : weeks.values()) {
      double[] echo = echoes(places.stream().map(place -> items.get(place).title()).toList());
      for (int i = 0; i < echo.length; i++) {
        echoes[places.get(i)] = echo[i];
      }
    }
    return IntStream.range(0, items.size())
        .mapToObj(i -> Contender.past(items.get(i), echoes[i], space))
        .toList();
  }

  private List<Contender> contenders(List<Story> stories) {
    double[] echoes = echoes(stories.stream().map(story -> story.primary().title()).toList());
    return IntStream.range(0, stories.size())
        .mapToObj(i -> Contender.now(stories.get(i), week, echoes[i], space))
        .toList();
  }

  private static double[] echoes(List<String> titles) {
    double[] central = Centrality.of(titles);
    return Spread.of(central).standardised(central);
  }

  /** How what was learned did on past issues, and whether it counts. */
  public TasteRecord record() {
    return record;
  }

  /** From how many decisions of the editor it speaks. */
  public TasteDecisions decisions() {
    return decisions;
  }

  /** What it believes, strongest first: empty where nothing was learned. */
  public List<LearnedRanker.Contribution> beliefs() {
    return learner == null ? List.of() : learner.beliefs();
  }

  /** What is learned of each story, in the order given; nothing where that does not count. */
  List<Liking> of(List<Story> stories) {
    if (learner == null || !record.isUsed()) {
      return stories.stream().map(story -> Liking.NONE).toList();
    }
    List<LearnedRanker.Scored> scored = learner.score(week, contenders(stories));
    Sections sections = Sections.of(scored);
    double deviation = sections.spread().deviation() / record.worth();
    List<Liking> likings = new ArrayList<>(scored.size());
    for (int i = 0; i < scored.size(); i++) {
      double value = deviation == 0 ? 0 : sections.values()[i] / deviation;
      double popularity = deviation == 0 ? 0 : popularity(learner, scored.get(i)) / deviation;
      likings.add(new Liking(value, popularity, deviation, scored.get(i)));
    }
    return likings;
  }

  private static double popularity(LearnedRanker learner, LearnedRanker.Scored item) {
    return learner.explain(item).stream()
        .filter(contribution -> contribution.feature().startsWith(POPULARITY))
        .mapToDouble(LearnedRanker.Contribution::weight)
        .sum();
  }

  /** The features that moved it most, strongest first, in words. */
  public List<Explanation.Part> strongest(Liking liking, int most) {
    if (learner == null || liking.item() == null || liking.deviation() == 0) {
      return List.of();
    }
    return learner.explain(liking.item()).stream()
        .limit(most)
        .map(contribution ->
            new Explanation.Part(
                FeatureWords.of(contribution.feature()),
                contribution.weight() / liking.deviation()))
        .toList();
  }
}
