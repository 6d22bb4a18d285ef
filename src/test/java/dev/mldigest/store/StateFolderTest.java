package dev.mldigest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.io.OwnerOnly;
import dev.mldigest.store.database.Diagnosis;
import dev.mldigest.store.database.NativeLibrary;
import dev.mldigest.store.database.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The folder of the state: what is damage and what is not, and who may look into it. */
class StateFolderTest {
  private static final Week WEEK = new Week(2026, 10);
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path output;

  @ParameterizedTest
  @EnumSource
  void only_what_sqlite_calls_damaged_is_damage(SQLiteErrorCode code) {
    StateException told = Diagnosis.of(file(), new SQLiteException("[" + code + "] words", code));

    boolean damage = List.of(11, 26).contains(code.code & 0xff) && code.code >= 0;
    assertThat(String.valueOf(told.getMessage()).contains("damaged")).isEqualTo(damage);
    assertThat(told.mayPass()).isEqualTo(!damage);
    assertThat(told.getMessage()).contains(state().toString()).doesNotContain("\n");
    if (!damage) {
      assertThat(told.getMessage()).contains("sound").doesNotContain("move it away");
    }
  }

  @Test
  void want_of_room_for_the_shared_memory_is_a_full_disk() {
    var code = SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;

    assertThat(Diagnosis.of(file(), new SQLiteException("", code)))
        .hasMessageStartingWith("The disk is full")
        .hasMessageContaining(state().toString());
  }

  @Test
  void a_library_that_no_folder_lets_load_is_named_with_the_option_that_helps() {
    Exception cause = new NativeLibraryNotFoundException("No native library found");

    assertThat(Diagnosis.of(file(), new SQLException("Error opening connection", cause)))
        .hasMessageContaining("noexec")
        .hasMessageContaining("-Dorg.sqlite.tmpdir=")
        .hasMessageNotContaining("damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99})
  void an_emptied_state_beside_issues_is_damage_and_nothing_is_touched(int bytes) throws Exception {
    makeAnIssue();
    Files.createDirectories(output.resolve("2026-W10"));
    cutTo(bytes);
    Map<String, Long> before = files();

    assertDamaged();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void an_emptied_state_beside_the_log_of_what_was_written_is_damage() throws Exception {
    makeAnIssue();
    cutTo(0);
    Files.writeString(state().resolve("digest.db-wal"), "what was written last");

    assertDamaged();
  }

  @Test
  void a_database_without_one_table_beside_issues_is_damage() throws Exception {
    Files.createDirectories(output.resolve("2026-W10"));
    Files.createDirectories(state());
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute("pragma application_id = 7");
    }

    assertDamaged();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 4_096, 8_192, 20_000})
  void a_state_that_was_cut_short_is_damage_and_nothing_is_touched(int bytes) throws Exception {
    makeAnIssue();
    cutTo(bytes);
    Map<String, Long> before = files();

    assertDamaged();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void an_empty_file_where_no_issue_was_made_is_a_fresh_start() throws Exception {
    Files.createDirectories(state());
    Files.createFile(file());

    try (Store store = Store.open(state())) {
      assertThat(store.issues().made()).isEmpty();
    }
  }

  @Test
  void a_state_that_was_moved_away_is_a_fresh_start_beside_old_issues() throws Exception {
    Files.createDirectories(output.resolve("2026-W10"));

    try (Store store = Store.open(state())) {
      assertThat(store.issues().made()).isEmpty();
    }
  }

  @Test
  void nor_does_the_log_that_was_left_there_get_into_it() throws Exception {
    Path moved = Files.createDirectories(output.resolve("moved")).resolve("digest.db-wal");
    try (Store store = Store.open(state())) {
      store.issues().open(WEEK, new Window(NOW.minusSeconds(60), NOW));
      Files.copy(state().resolve("digest.db-wal"), moved);
    }
    Files.delete(file());
    Files.copy(moved, state().resolve("digest.db-wal"));

    try (Store store = Store.open(state())) {
      store.check();
      assertThat(store.issues().find(WEEK)).isEmpty();
    }
  }

  @Test
  void a_first_start_that_fails_leaves_nothing_that_looks_damaged() throws Exception {
    Files.createDirectories(output.resolve("2026-W10"));
    Path inTheWay = Files.createDirectories(state().resolve("digest.db-wal"));
    assertThatThrownBy(() -> Store.open(state())).isInstanceOf(StateException.class);
    Files.delete(inTheWay);

    try (Store store = Store.open(state())) {
      assertThat(store.issues().made()).isEmpty();
    }
  }

  @Test
  void nor_does_one_on_a_full_disk() throws Exception {
    Path disk = Files.createDirectories(output.resolve("disk"));
    Assumptions.assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
        "a small disk cannot be mounted here");
    try {
      Path state = Files.createDirectories(disk.resolve("state"));
      Files.createDirectories(disk.resolve("2026-W10"));
      Path fill = fill(disk);
      assertThatThrownBy(() -> Store.open(state)).hasMessageStartingWith("The disk is full");
      try (Stream<Path> left = Files.list(state)) {
        assertThat(left.filter(path -> path.toString().contains("digest.db"))).isEmpty();
      }
      Files.delete(fill);
      Store.open(state).close();
    } finally {
      assertThat(succeeds("umount", disk.toString())).isTrue();
    }
  }

  @Test
  void a_new_state_is_for_its_owner_alone_while_it_is_open_and_after() throws Exception {
    Assumptions.assumeTrue(Files.getFileStore(output).supportsFileAttributeView("posix"));
    try (Store store = Store.open(state())) {
      store.issues().open(WEEK, new Window(NOW.minusSeconds(60), NOW));
      assertThat(mode(state())).isEqualTo("rwx------");
      for (Path file : there().stream().filter(Files::isRegularFile).toList()) {
        assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
      }
      assertThat(there()).anyMatch(file -> file.toString().endsWith("-wal"));
    }
    assertThat(OwnerOnly.seenByOthers(state())).isEmpty();
  }

  @Test
  void a_folder_that_others_may_read_is_named_and_left_as_it_is() throws Exception {
    Assumptions.assumeTrue(Files.getFileStore(output).supportsFileAttributeView("posix"));
    Files.createDirectories(state());
    Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Store.open(state()).close();

    assertThat(mode(state())).isEqualTo("rwxr-xr-x");
    assertThat(mode(file())).isEqualTo("rw-------");
    assertThat(OwnerOnly.seenByOthers(state())).containsExactly(state());
  }

  @Test
  void libraries_of_other_versions_are_swept_and_the_one_in_use_stays() throws Exception {
    NativeLibrary.keepIn(Files.createDirectories(state()));
    try (Store store = Store.open(state())) {
      String own = Path.of(System.getProperty("org.sqlite.lib.path")).getFileName().toString();
      Path old = state().resolve(own.replaceFirst("[\\d.]+", "3.1.2.3"));
      Path inUse = Files.createDirectories(state().resolve(own));
      Path otherMachine = Files.createDirectories(state().resolve("sqlite-3.1.2.3-Other-cpu"));
      Files.createDirectories(old);
      Files.createFile(old.resolve(System.mapLibraryName("sqlitejdbc")));
      store.sweep();

      assertThat(old).doesNotExist();
      assertThat(inUse).exists();
      assertThat(otherMachine).exists();
    }
  }

  /** A file system of so many bytes is the only honest full disk. */
  @Test
  void a_full_disk_lets_what_is_stored_be_read_and_refuses_to_write() throws Exception {
    Path disk = Files.createDirectories(output.resolve("disk"));
    Assumptions.assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
        "a small disk cannot be mounted here");
    try {
      Path state = disk.resolve("state");
      Store.open(state).close();
      Path fill = fill(disk);

      try (Store store = Store.open(state)) {
        store.check();
        assertThat(store.issues().made()).isEmpty();
        StateException told =
            catchThrowableOfType(
                StateException.class,
                () -> store.issues().open(WEEK, new Window(NOW.minusSeconds(60), NOW)));
        assertThat(told.mayPass()).isTrue();
        assertThat(told).hasMessageStartingWith("The disk is full").hasMessageContaining("sound");
      }
      Files.delete(fill);
      try (Store store = Store.open(state)) {
        store.check();
        assertThat(store.issues().open(WEEK, new Window(NOW.minusSeconds(60), NOW)).made())
            .isFalse();
      }
    } finally {
      assertThat(succeeds("umount", disk.toString())).isTrue();
    }
  }

  private static Path fill(Path disk) {
    Path fill = disk.resolve("fill");
    byte[] block = new byte[4_096];
    assertThatThrownBy(
            () -> {
              while (true) {
                Files.write(fill, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
              }
            })
        .isInstanceOf(IOException.class);
    return fill;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void makeAnIssue() {
    try (Store store = Store.open(state())) {
      store.issues().open(WEEK, new Window(NOW.minusSeconds(60), NOW));
      store
          .issues()
          .finish(
              WEEK,
              new Issues.Filed(
                  "{}", "generated", "written", "", null, null, Map.of(), null, List.of()),
              Instant.EPOCH);
    }
  }

  private void cutTo(int bytes) throws IOException {
    try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  private void assertDamaged() {
    StateException told =
        catchThrowableOfType(StateException.class, () -> Store.open(state()).close());
    assertThat(told)
        .hasMessageContaining("digest.db is damaged")
        .hasMessageContaining("left as it");
    assertThat(told.mayPass()).isFalse();
  }

  private Path state() {
    return output.resolve("state");
  }

  private Path file() {
    return state().resolve("digest.db");
  }

  private List<Path> there() throws IOException {
    try (Stream<Path> files = Files.list(state())) {
      return files.toList();
    }
  }

  /** Names and sizes. */
  private Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    for (Path file : there()) {
      sizes.put(file.getFileName().toString(), Files.size(file));
    }
    return sizes;
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
