package dev.mldigest.store;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.NativeLibrary;
import dev.mldigest.store.database.StateException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The state of one digest: one SQLite file under {@code output/state/}. */
public final class Store implements AutoCloseable {
  private static final String FILE = "digest.db";

  private final Path folder;
  private final Database database;

  private Store(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  /** True if the folder holds a state. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * Opens the state in the folder, creating it if it is not there.
   *
   * @throws StateException with one sentence if it is damaged, cannot be written, or is from a
   *     newer version
   */
  public static Store open(Path folder) {
    return new Store(folder, Database.open(folder, FILE));
  }

  /**
   * Reads the whole state for damage, which takes as long as the file is large.
   *
   * @throws StateException with one sentence if there is any
   */
  public void check() {
    database.check();
  }

  /** Removes what earlier versions of the program left beside the state. */
  public void sweep() {
    NativeLibrary.sweep(folder);
  }

  /** Lets the file grow by so many pages and no more: a full disk for tests. */
  void limitTo(int pages) {
    database.limitTo(pages);
  }

  public Sources sources() {
    return new Sources(database);
  }

  public Gaps gaps() {
    return new Gaps(database);
  }

  public Tallies tallies() {
    return new Tallies(database);
  }

  /** For the writes of many threads; to be closed before this is. */
  public GroupCommits groupCommits() {
    return new GroupCommits(database);
  }

  public HostPauses hostPauses() {
    return new StoredPauses(database);
  }

  public Articles articles() {
    return new Articles(database);
  }

  public LinkChecks linkChecks() {
    return new LinkChecks(database);
  }

  public Ledger ledger() {
    return new Ledger(database);
  }

  public Issues issues() {
    return new Issues(database);
  }

  public Edits edits() {
    return new Edits(database);
  }

  public Events events() {
    return new Events(database);
  }

  public Revisions revisions() {
    return new Revisions(database);
  }

  public Receipts receipts() {
    return new Receipts(database);
  }

  public Readers readers() {
    return new Readers(database);
  }

  public EditedVersions versions() {
    return new EditedVersions(database);
  }

  public ModelCalls replies() {
    return new ModelCalls(database);
  }

  public StoredTraits traits() {
    return new StoredTraits(database);
  }

  public KeptVectors vectors() {
    return new KeptVectors(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
