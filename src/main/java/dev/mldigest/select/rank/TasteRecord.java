package dev.mldigest.select.rank;

import dev.mldigest.domain.Week;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How the ranking with what was learned did on past issues beside the plain order, each time
 * learned only from the issues before. What does worse is not used.
 *
 * @param learned true if there was enough to learn from
 * @param slots how many items an issue has
 * @param issues oldest first
 */
public record TasteRecord(boolean learned, int slots, List<Judged> issues) {
  /** Fewer issues prove nothing against a learner. */
  static final int EVIDENCE = 4;

  /** Recall is also counted this deep. */
  public static final int DEEP = 20;

  static final TasteRecord TOO_FEW = new TasteRecord(false, 0, List.of());

  public TasteRecord {
    issues = List.copyOf(issues);
  }

  /**
   * The share of an issue's picks that stood among the first so many.
   *
   * @param atSlots among as many as an issue has slots
   * @param atTwenty among the first 20
   */
  public record Recall(double atSlots, double atTwenty) {}

  /**
   * One past issue.
   *
   * @param candidates how many were ranked, picks included
   */
  public record Judged(Week week, int picks, int candidates, Recall tasted, Recall plain) {}

  public Recall tasted() {
    return recall(Judged::tasted);
  }

  public Recall plain() {
    return recall(Judged::plain);
  }

  private Recall recall(Function<Judged, Recall> which) {
    return new Recall(
        mean(judged -> which.apply(judged).atSlots()),
        mean(judged -> which.apply(judged).atTwenty()));
  }

  private double mean(ToDoubleFunction<Judged> value) {
    return issues.stream().mapToDouble(value).average().orElse(0);
  }

  /** Both depths count alike; a tie is for the learner. */
  private boolean isWorse() {
    double gain = tasted().atSlots() + tasted().atTwenty() - plain().atSlots() - plain().atTwenty();
    return issues.size() >= EVIDENCE && gain < -1e-9;
  }

  /** True if the ranking counts what was learned. */
  public boolean isUsed() {
    return learned && !isWorse();
  }

  /** Whether it is used and why, in one sentence. */
  public String sentence() {
    if (!learned) {
      return "Nothing is learned from your issues yet: it takes at least %d picks and as many that were not picked."
          .formatted(Contender.ENOUGH_PICKS);
    }
    if (issues.size() < EVIDENCE) {
      return "What was learned from your issues is used; it takes %d issues to test it, and %d can be looked at."
          .formatted(EVIDENCE, issues.size());
    }
    return String.format(
        Locale.ROOT,
        "What was learned from your issues is %s: over the last %d it puts %.0f %% of your picks"
            + " among the first %d, the plain order %.0f %% (among the first 20: %.0f %%,"
            + " %.0f %%).",
        isUsed() ? "used" : "not used",
        issues.size(),
        100 * tasted().atSlots(),
        slots,
        100 * plain().atSlots(),
        100 * tasted().atTwenty(),
        100 * plain().atTwenty());
  }
}
