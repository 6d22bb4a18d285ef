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
 * @param weight what was learned beside the plain order, in its deviations
 * @param unit one of those
 * @param slots how many items an issue has
 * @param issues oldest first
 */
public record TasteRecord(
    boolean learned, double weight, double unit, int slots, List<Judged> issues) {
  /** Of less nobody can tell whether it was learned or guessed. */
  static final int EVIDENCE = 20;

  /** Weight of what was not tested. */
  static final double MILD = 1.0 / 3;

  /** Errors of the mean that the lift must be above 0: of 100 who picked at random 5 passed. */
  private static final double SURE = 2;

  /** Recall is also counted this deep. */
  public static final int DEEP = 20;

  static final TasteRecord TOO_FEW = new TasteRecord(false, 0, 1, 0, List.of());

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
   * @param lifts by which share of what its section passed over each pick stands further up
   */
  public record Judged(
      Week week, int picks, int candidates, Recall tasted, Recall plain, List<Double> lifts) {
    public Judged {
      lifts = List.copyOf(lifts);
    }
  }

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

  private double[] lifts() {
    return issues.stream().flatMap(issue -> issue.lifts().stream()).mapToDouble(x -> x).toArray();
  }

  /** How much further up among what was passed over a pick stands on average: -1 to 1. */
  public double lift() {
    return Spread.of(lifts()).mean();
  }

  /** Standard error of the lift. */
  double error() {
    double[] lifts = lifts();
    return Spread.of(lifts).deviation() / Math.sqrt(Math.max(1, lifts.length));
  }

  /** True if the lift is more than chance. */
  private boolean isBetter() {
    return lift() > SURE * error();
  }

  private boolean isTested() {
    return lifts().length >= EVIDENCE;
  }

  /** True if the ranking counts what was learned: mildly as long as it is not tested. */
  public boolean isUsed() {
    return learned && (!isTested() || isBetter());
  }

  /** What one deviation of what was learned is worth in the plain order. */
  double worth() {
    return unit * (isTested() ? weight : MILD);
  }

  /** Whether it is used and why, in one sentence. */
  public String sentence() {
    if (!learned) {
      return "Nothing is learned from your issues yet: it takes at least %d picks and as many that were not picked."
          .formatted(Contender.ENOUGH_PICKS);
    }
    if (!isTested()) {
      return ("What was learned from your issues is used mildly; it takes %d picks to test it, and"
              + " %d can be looked at.")
          .formatted(EVIDENCE, lifts().length);
    }
    return String.format(
        Locale.ROOT,
        "What was learned from your issues is %s: over the last %d a pick stands before %.0f %%"
            + " more of what its section passed over than in the plain order, and %.0f %% of them"
            + " among the first %d, plainly %.0f %% (among the first 20: %.0f %%, %.0f %%).",
        isUsed() ? "used" : "not used",
        issues.size(),
        100 * lift(),
        100 * tasted().atSlots(),
        slots,
        100 * plain().atSlots(),
        100 * tasted().atTwenty(),
        100 * plain().atTwenty());
  }
}
