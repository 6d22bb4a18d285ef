package dev.mldigest.store;

import java.nio.file.Path;

/** The state of one digest: one SQLite file under {@code output/state/}. */
public final class Store implements AutoCloseable {
  private final Database database;

  private Store(Database database) {
    this.database = database;
  }

  /**
   * Opens the state in the folder, creating it if it is not there.
   *
   * @throws StateException with one sentence if it is damaged, cannot be written, or is from a
   *     newer version
   */
  public static Store open(Path folder) {
    return new Store(Database.open(folder.resolve("digest.db")));
  }

  public Sources sources() {
    return new Sources(database);
  }

  public Articles articles() {
    return new Articles(database);
  }

  public Ledger ledger() {
    return new Ledger(database);
  }

  public Issues issues() {
    return new Issues(database);
  }

  public ModelCalls replies() {
    return new ModelCalls(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
