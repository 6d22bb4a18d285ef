package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a version of a digest back that this program once replaced. Promises that what stands in
 * its place becomes a version itself, so that bringing back can be undone by bringing back.
 */
public final class Restore {
  private final Store store;
  private final IssueFiles files;

  public Restore(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
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
    new Filing(store, files).restore(made, files.read(version), now);
    List<KeptFile.Version> after = files.versions(made.week());
    boolean kept = !after.isEmpty() && after.getLast().number() > before;
    return new Outcome.Restored(version, kept ? after.getLast() : null);
  }

  private int newest(Week week) {
    List<KeptFile.Version> versions = files.versions(week);
    return versions.isEmpty() ? 0 : versions.getLast().number();
  }

  private boolean differs(Week week, KeptFile.Version version) {
    return !files.holds(week, version);
  }
}
