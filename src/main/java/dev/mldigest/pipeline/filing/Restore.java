package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.desk.Act;
import dev.mldigest.store.EditedVersions;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings a version of a digest back that this program once replaced. Promises that what stands in
 * its place becomes a version itself, so that bringing back can be undone by bringing back.
 */
public final class Restore {
  private final Store store;
  private final IssueFiles files;
  private final Origins origins;
  private final Attempt attempt;

  public Restore(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
    this.origins = new Origins(store, files);
    this.attempt = new Attempt(store, files, new Versions(store, files));
  }

  /** What became of it. */
  public sealed interface Outcome {
    /**
     * @param kept the version that what stood there has become, null where nothing did
     */
    record Restored(KeptFile.Version version, KeptFile.@Nullable Version kept) implements Outcome {}

    /** The digest holds that version already. */
    record Unchanged(KeptFile.Version version) implements Outcome {}

    /** There is no such version, or none that differs. */
    record NotKept() implements Outcome {}

    /** Another run is at work in the same output folder. */
    record Busy() implements Outcome {}
  }

  /**
   * @param number of the version; null for the newest that differs from what stands there
   */
  public Outcome restore(Week week, @Nullable Integer number, Instant now) {
    try (RunLock lock = RunLock.acquire(files.state()).orElse(null)) {
      return lock == null ? new Outcome.Busy() : locked(week, number, now);
    }
  }

  private Outcome locked(Week week, @Nullable Integer number, Instant now) {
    files.recover(week);
    Issues.Stored made = store.issues().find(week).orElseThrow();
    List<KeptFile.Version> versions = files.versions(week);
    for (KeptFile.Version version : versions.reversed()) {
      if (number == null ? differs(week, version) : version.number() == number) {
        return differs(week, version)
            ? restored(made, version, now)
            : new Outcome.Unchanged(version);
      }
    }
    return new Outcome.NotKept();
  }

  private Outcome restored(Issues.Stored made, KeptFile.Version version, Instant now) {
    int before = newest(made.week());
    putBack(made, files.read(version), now);
    List<KeptFile.Version> after = files.versions(made.week());
    boolean kept = !after.isEmpty() && after.getLast().number() > before;
    return new Outcome.Restored(version, kept ? after.getLast() : null);
  }

  /** With what it was edited from. */
  private void putBack(Issues.Stored made, String version, Instant now) {
    Week week = made.week();
    FirstEvents.of(made, store);
    EditedVersions.Origin current =
        new EditedVersions.Origin(
            Objects.requireNonNull(made.generated()), Objects.requireNonNull(made.json()));
    EditedVersions.Origin origin = store.versions().origin(week, version).orElse(current);
    Reconciled back =
        Reconciliation.again(
            new Origin(origin.generated(), FrozenIssue.of(origin.json()), version),
            store.ledger().decisions(week));
    while (true) {
      int last = store.events().last(week);
      String seen = files.readSettled(week).orElse(null);
      Issues.Stored stored = store.issues().find(week).orElseThrow();
      Origin from =
          seen == null || stored.mergedFrom() == null
              ? Origins.of(stored)
              : origins.unfinished(stored, seen);
      Attempt.Result filed =
          attempt.of(
              week,
              from,
              new Attempt.Sight(seen, seen, last),
              back,
              new Act.Restored(),
              new ArrayList<>(),
              now);
      if (filed.outcome() instanceof KeptFile.Outcome.Changed) {
        continue;
      }
      store.issues().filesWritten(week);
      return;
    }
  }

  private int newest(Week week) {
    List<KeptFile.Version> versions = files.versions(week);
    return versions.isEmpty() ? 0 : versions.getLast().number();
  }

  private boolean differs(Week week, KeptFile.Version version) {
    return !files.holds(week, version);
  }
}
