package dev.mldigest.store.database;

import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.OwnerOnly;
import dev.mldigest.io.Resource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file and one connection to it, shared under a lock: SQLite has one writer anyway, and
 * every statement here is short. WAL with synchronous=FULL: what was committed survives a power
 * cut.
 */
public final class Database implements AutoCloseable {
  private static final List<String> MIGRATIONS =
      List.of(
          "/migrations/V001__state.sql",
          "/migrations/V002__coverage.sql",
          "/migrations/V003__pace.sql",
          "/migrations/V004__lead_image.sql",
          "/migrations/V005__model_costs.sql",
          "/migrations/V006__filing.sql",
          "/migrations/V007__entry_by_source.sql",
          "/migrations/V008__embedding.sql",
          "/migrations/V009__service_trait.sql",
          "/migrations/V010__model_faults.sql",
          "/migrations/V011__event.sql",
          "/migrations/V012__unused_answers.sql",
          "/migrations/V013__receipt.sql",
          "/migrations/V014__link_check.sql",
          "/migrations/V015__readers.sql");

  private final Path file;
  private final Connection connection;
  private final Handle handle;
  private final SqlStatements statements = new SqlStatements();
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.handle = Rows.registered(Jdbi.create(connection)).open();
  }

  /**
   * Opens or creates the file. Throws {@link StateException} if it is damaged, unwritable, or from
   * a newer version.
   */
  public static Database open(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      OwnerOnly.folder(folder);
      String fault = StateFile.fault(file);
      if (fault != null) {
        throw Diagnosis.damaged(file, fault, null);
      }
      NativeLibrary.keepIn(folder);
      if (!StateFile.isThere(file)) {
        make(file);
      }
      OwnerOnly.file(file); // SQLite gives the files beside it the permissions of this one
      return opened(file);
    } catch (IOException | SQLException | JdbiException e) {
      throw Diagnosis.of(file, e);
    }
  }

  /**
   * The first state of a folder gets its name when all its tables are made: a start that fails or
   * is killed before must not leave an empty file, which would be damage from then on. Another
   * process may be first.
   */
  private static void make(Path file) throws IOException, SQLException {
    Path fresh = AtomicFile.fresh(file);
    try {
      Files.deleteIfExists(fresh);
      OwnerOnly.file(fresh);
      connected(fresh, "normal", "memory").close();
      name(fresh, file);
    } catch (FileAlreadyExistsException e) {
      // Then that is the state.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A link replaces nothing; some file systems have none. */
  private static void name(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(fresh, file);
    }
  }

  private static Database opened(Path file) throws SQLException {
    try {
      return connected(file, "normal", "wal");
    } catch (SQLException e) {
      if (!Diagnosis.wantsSharedMemory(e)) {
        throw e;
      }
      return connected(file, "exclusive", "wal");
    }
  }

  private static Database connected(Path file, String locking, String journal) throws SQLException {
    Connection connection = source(file).getConnection();
    try {
      set(connection, locking, journal);
      Database database = new Database(file, connection);
      database.migrate();
      return database;
    } catch (SQLException | RuntimeException e) {
      closeQuietly(connection);
      throw e;
    }
  }

  /** Runs statements in one transaction. */
  public <T extends @Nullable Object> T transact(Function<Session, T> work) {
    lock.lock();
    try {
      return handle.inTransaction(h -> work.apply(new Session(h, statements)));
    } catch (JdbiException e) {
      throw Diagnosis.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  public void limitTo(int pages) {
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
   * @param journal {@code memory} for a file that is thrown away if it is not finished
   */
  private static void set(Connection connection, String locking, String journal)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("pragma locking_mode = " + locking);
      statement.execute("pragma journal_mode = " + journal);
      statement.execute("pragma synchronous = full");
    }
  }

  /**
   * Reads the whole file for damage.
   *
   * @throws StateException if there is any
   */
  public void check() {
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
      String script = Resource.text(MIGRATIONS.get(next));
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
