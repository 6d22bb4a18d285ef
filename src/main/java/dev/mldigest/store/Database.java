package dev.mldigest.store;

import java.io.IOException;
import java.nio.file.Files;
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
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

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
          "/migrations/V005__model_costs.sql");

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
  static Database open(Path file) {
    Connection connection = null;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      connection = source(file).getConnection();
      Database database = new Database(file, connection);
      database.migrate();
      return database;
    } catch (IOException | SQLException | JdbiException e) {
      closeQuietly(connection);
      throw explained(file, e);
    } catch (StateException e) {
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
      throw explained(file, e);
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
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    config.enforceForeignKeys(true);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
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
      throw explained(file, new SQLException(verdict));
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

  private static StateException explained(Path file, Exception e) {
    return new StateException(sentence(file, e), e);
  }

  private static String sentence(Path file, Exception e) {
    Throwable cause = e;
    while (!(cause instanceof SQLiteException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof SQLiteException sqlite) {
      return switch (sqlite.getResultCode()) {
        case SQLITE_FULL ->
            "The disk is full: the state file "
                + file
                + " could not be written; free some space and run again, nothing was lost.";
        case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN, SQLITE_PERM ->
            "The state file " + file + " cannot be written; check the permissions of its folder.";
        case SQLITE_BUSY, SQLITE_LOCKED ->
            "The state file " + file + " is held by another program; wait for it or stop it.";
        default -> damaged(file, String.valueOf(sqlite.getMessage()));
      };
    }
    if (cause instanceof IOException) {
      return "The state folder "
          + file.toAbsolutePath().getParent()
          + " cannot be created or written; check its permissions or choose another with --output.";
    }
    return damaged(file, String.valueOf(cause.getMessage()));
  }

  private static String damaged(Path file, String what) {
    return "The state file "
        + file
        + " is damaged ("
        + what.lines().findFirst().orElse("")
        + "); it was left as it is: restore a backup, or move it away to start afresh.";
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
