package dev.mldigest.pipeline;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.pipeline.harvest.Harvest;
import dev.mldigest.pipeline.issue.IssueOutcome;
import dev.mldigest.pipeline.issue.IssueWindow;
import dev.mldigest.pipeline.issue.WeeklyIssue;
import dev.mldigest.pipeline.past.Retrospect;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Harvest, then the week's issue: what {@code digest run} and the schedule do, one run at a time
 * per output folder.
 */
public final class Run {
  private final Settings settings;
  private final Store store;
  private final Harvest harvest;
  private final WeeklyIssue issue;
  private final IssueFiles files;

  public Run(Settings settings, Store store, Harvest harvest, WeeklyIssue issue, IssueFiles files) {
    this.settings = settings;
    this.store = store;
    this.harvest = harvest;
    this.issue = issue;
    this.files = files;
  }

  /** What became of a run. */
  public sealed interface Result {
    /** Another run is at work in the same output folder. */
    record Busy() implements Result {}

    /** Sources were asked and none could be reached, and nothing harvested earlier stands in. */
    record NothingReached(RunReport report) implements Result {}

    record Done(IssueOutcome outcome, RunReport report) implements Result {}
  }

  /**
   * @param now start of the run: the cut-off of an issue that is begun by it
   * @param redo make the week's issue again, keeping the editor's edits
   */
  public Result weekly(Week week, Instant cutOff, Instant now, boolean redo) {
    return locked(() -> {
      Window window = IssueWindow.of(store, week, cutOff);
      long callsBefore = store.replies().last();
      Harvest.Result harvested =
          harvest.run(Harvest.Asking.ALLOWED, IssueWindow.withLate(store, week, window), now);
      IssueOutcome outcome = issue.run(week, window, redo, now);
      RunReport report =
          RunReport.of(
              settings,
              store,
              week,
              window,
              harvested,
              outcome,
              store.replies().since(callsBefore),
              store.replies().remarksSince(callsBefore),
              Retrospect.before(week, store, files, Set.copyOf(settings.style().banned())));
      boolean deaf = harvested.nothingReached() || nothingHeard(window);
      return outcome instanceof IssueOutcome.NothingNew && deaf
          ? new Result.NothingReached(report)
          : new Result.Done(outcome, report);
    });
  }

  /** Harvests only. Empty where another run is at work. */
  public Optional<Harvest.Result> harvest(Instant now) {
    Week week = Week.of(now, settings.zone());
    Window window = IssueWindow.withLate(store, week, IssueWindow.of(store, week, now));
    try (RunLock lock = RunLock.acquire(files.state()).orElse(null)) {
      return lock == null
          ? Optional.empty()
          : Optional.of(harvest.run(Harvest.Asking.DUE, window, now));
    }
  }

  /** True where no source of the configuration has delivered anything within the window. */
  private boolean nothingHeard(Window window) {
    return store.sources().polls().stream()
        .filter(poll -> settings.source(poll.sourceId()).isPresent())
        .noneMatch(poll -> poll.lastSuccess() != null && poll.lastSuccess().isAfter(window.from()));
  }

  private Result locked(Supplier<Result> work) {
    try (RunLock lock = RunLock.acquire(files.state()).orElse(null)) {
      if (lock == null) {
        return new Result.Busy();
      }
      Result result = work.get();
      Leftovers.sweep(files.output(), lock.since());
      store.sweep();
      return result;
    }
  }
}
