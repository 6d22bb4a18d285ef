package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.select.Eligible;
import dev.mldigest.store.Store;
import java.time.Duration;
import java.time.Instant;

/** What time an issue covers, by the issues before it. */
public final class IssueWindow {
  /** A weekly digest: what nobody has read before begins a week back. */
  private static final Duration FIRST = Duration.ofDays(7);

  private IssueWindow() {}

  /** From the previous issue's cut-off to this one; the first issue covers seven days. */
  public static Window of(Store store, Week week, Instant cutOff) {
    Instant from = store.issues().lastCutOff(week).orElse(cutOff.minus(FIRST));
    return new Window(from, cutOff);
  }

  /**
   * The same with late arrivals: posts dated before the previous cut-off that nobody could see
   * then, and papers announced days after they were submitted. The first issue has none.
   */
  public static Window withLate(Store store, Week week, Window window) {
    boolean first = store.issues().lastCutOff(week).isEmpty();
    return first ? window : new Window(window.from().minus(Eligible.LATE), window.to());
  }
}
