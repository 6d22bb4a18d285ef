package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.InstantSource;
import java.util.List;

/** Opens the desk of an issue, over the state and its file. */
public final class Desks {
  private Desks() {}

  /**
   * The desk of a week whose issue was made. What a run that was cut off left is ended first, and
   * what was typed until now is taken in.
   *
   * @param notices takes what the editor must know of that, one sentence each
   */
  public static Desk open(
      Week week, Store store, IssueFiles files, InstantSource clock, List<String> notices) {
    Issues.Stored made = store.issues().find(week).filter(Issues.Stored::made).orElseThrow();
    if (made.mergedFrom() != null && !made.isLaidOpen()) {
      Issue issue = FrozenIssue.of(made);
      notices.addAll(new Filing(store, files).complete(made, issue::with, clock.instant()));
    }
    Desk desk = of(week, store, files, clock);
    notices.addAll(desk.notices());
    return desk;
  }

  /** What happened to the issue of a week, as far as the state knows. */
  public static List<Event> events(Week week, Store store) {
    return EventRows.events(store.events().since(week, 0));
  }

  static Desk of(Week week, Store store, IssueFiles files, InstantSource clock) {
    return new Desk(new StoredJournal(week, store, files), new DigestSheet(week, files), clock);
  }
}
