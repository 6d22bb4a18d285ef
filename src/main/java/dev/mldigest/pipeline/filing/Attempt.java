package dev.mldigest.pipeline.filing;

import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.desk.Act;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to file an issue: into the state, then into its files. Promises that the state takes
 * it only where nobody acted since, and the file only where it holds what was seen; what was edited
 * is remembered before it is replaced.
 */
record Attempt(Store store, IssueFiles files, Versions versions) {
  /**
   * What a filing goes by.
   *
   * @param seen what stands in the file's place
   * @param mine the editor's text, which may have been saved into what was replaced
   * @param last number of the last event
   */
  record Sight(@Nullable String seen, @Nullable String mine, int last) {}

  /**
   * @param committed false where somebody acted on the issue since the sight
   */
  record Result(boolean committed, KeptFile.Outcome outcome, @Nullable FiledIssue issue) {}

  /** Alone: between the state and the file nobody else may come. */
  Result of(
      Week week,
      @Nullable Origin from,
      Sight sight,
      Reconciled ours,
      Act act,
      List<String> notices,
      Instant now) {
    return files.alone(() -> {
      if (!commit(week, from, sight, ours, act, now)) {
        return new Result(false, new KeptFile.Outcome.Changed(), null);
      }
      KeptFile.Outcome outcome = put(week, sight.seen(), ours);
      return new Result(
          true,
          outcome,
          outcome instanceof KeptFile.Outcome.Replaced ? filed(week, from, ours, notices) : null);
    });
  }

  private boolean commit(
      Week week, @Nullable Origin from, Sight sight, Reconciled ours, Act act, Instant now) {
    String mine = sight.mine();
    String earlier = from == null ? null : new IssueJson().write(from.issue());
    if (from != null && !ours.vanished().isEmpty()) { // first: it is the way back after a crash
      versions.kept(week, from.stood());
    }
    FiledEvents events = FiledEvents.of(store, week, sight.last(), mine, ours, act, now);
    boolean stored =
        store
            .issues()
            .finish(
                week,
                new Issues.Filed(
                    ours.json(),
                    ours.merged().base(),
                    ours.text(),
                    from == null ? "" : from.base(),
                    mine,
                    earlier,
                    ours.summaries(),
                    ours.decisions(),
                    ours.events()),
                sight.last(),
                events.rows(),
                events.edition(),
                now);
    if (!stored) {
      return false;
    }
    files.passed("stored");
    if (from != null && earlier != null) {
      if (mine != null) {
        versions.remember(week, mine, from.base(), earlier);
      }
      if (!ours.vanished().isEmpty()) {
        versions.remember(week, from.stood(), from.base(), earlier);
      }
    }
    files.passed("remembered");
    return true;
  }

  private KeptFile.Outcome put(Week week, @Nullable String seen, Reconciled ours) {
    files.writeJson(week, ours.json());
    files.passed("json");
    KeptFile.Outcome outcome = files.replace(week, seen, ours.text());
    files.passed("replaced");
    return outcome;
  }

  private FiledIssue filed(
      Week week, @Nullable Origin from, Reconciled ours, List<String> notices) {
    int version =
        from == null || ours.vanished().isEmpty() ? 0 : versions.kept(week, from.stood()).number();
    store.issues().filesWritten(week);
    notices.addAll(ours.notices(week, version));
    return new FiledIssue(ours.issue(), ours.merged(), notices);
  }
}
