package dev.mldigest.store;

import dev.mldigest.domain.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file and one connection to it, shared under a lock: SQLite has one writer anyway, and
 * every statement here is short. WAL with synchronous=FULL: what was committed survives a power
 * cut.
 */
final class Database implements AutoCloseable {
  private static final List<String> MIGRATIONS =
      List.of(
          "/migrations/V001__state.sql",
          "/migrations/V002__coverage.sql",
          "/migrations/V003__pace.sql",
          "/migrations/V004__lead_image.sql",
          "/migrations/V005__model_costs.sql",
          "/migrations/V006__filing.sql",
          "/migrations/V007__entry_by_source.sql");

  private final Path file;
  private final Connection connection;
  private final Handle handle;
  private final Statements statements = new Statements();
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.handle = Jdbi.create(connection).open();
  }

  /**
   * Opens or creates the file. Throws {@link StateException} if it is damaged, unwritable, or from
   * a newer version.
   */
  static Database open(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      OwnerOnly.folder(folder);
      String fault = StateFile.fault(file);
      if (fault != null) {
        throw Diagnosis.damaged(file, fault, null);
      }
      OwnerOnly.file(file); // SQLite gives the files beside it the permissions of this one
      NativeLibrary.keepIn(folder);
      return opened(file);
    } catch (IOException | SQLException | JdbiException e) {
      throw Diagnosis.of(file, e);
    }
  }

  private static Database opened(Path file) throws SQLException {
    try {
      return connected(file, "normal");
    } catch (SQLException e) {
      if (!Diagnosis.wantsSharedMemory(e)) {
        throw e;
      }
      return connected(file, "exclusive");
    }
  }

  private static Database connected(Path file, String locking) throws SQLException {
    Connection connection = source(file).getConnection();
    try {
      set(connection, locking);
      Database database = new Database(file, connection);
      database.migrate();
      return database;
    } catch (SQLException | RuntimeException e) {
      closeQuietly(connection);
      throw e;
    }
  }

  /** Runs statements in one transaction. */
  <T extends @Nullable Object> T transact(Function<Session, T> work) {
    lock.lock();
    try {
      return handle.inTransaction(h -> work.apply(new Session(h, statements)));
    } catch (JdbiException e) {
      throw Diagnosis.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  void limitTo(int pages) {
    transact(session -> {
      long now = session.handle().createQuery("pragma page_count").mapTo(Long.class).one();
      return session
          .handle()
          .createQuery("pragma max_page_count = " + (now + pages))
          .mapTo(Long.class)
          .one();
    });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      handle.close();
      closeQuietly(connection);
    } finally {
      lock.unlock();
    }
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(10_000);
    config.enforceForeignKeys(true);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /**
   * The locking first: the others read the file already.
   *
   * @param locking {@code exclusive} where there is no room for the memory that connections share:
   *     then SQLite needs none (sqlite.org/wal.html, 8), and what is stored can still be read
   */
  private static void set(Connection connection, String locking) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("pragma locking_mode = " + locking);
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma synchronous = full");
    }
  }

  /**
   * Reads the whole file for damage.
   *
   * @throws StateException if there is any
   */
  void check() {
    String verdict =
        transact(session ->
            session.handle().createQuery("pragma quick_check(1)").mapTo(String.class).one());
    if (!"ok".equals(verdict)) {
      throw Diagnosis.damaged(file, verdict, null);
    }
  }

  private void migrate() throws SQLException {
    int version = version();
    if (version > MIGRATIONS.size()) {
      throw new StateException(
          "The state file "
              + file
              + " was written by a newer version of this program; update the program or use another"
              + " --output folder.",
          false,
          new IllegalStateException("schema " + version));
    }
    for (int next = version; next < MIGRATIONS.size(); next++) {
      String script = Statements.resource(MIGRATIONS.get(next));
      String stamp = "pragma user_version = " + (next + 1);
      int done = next;
      handle.useTransaction(h -> {
        if (version() == done) { // another process may have been first
          h.createScript(script).execute();
          h.execute(stamp);
        }
      });
    }
  }

  private int version() throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("pragma user_version")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // Nothing can be done about a connection that will not close; the cause is already being
      // reported.
    }
  }
}
