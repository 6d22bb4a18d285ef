package dev.mldigest.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_replaced_and_nothing_is_left_beside_it() throws IOException {
    Path file = folder.resolve("2026-W10/digest.md");
    AtomicFile.write(file, "old");
    AtomicFile.write(file, "new – ü");
    assertThat(file).hasContent("new – ü");
    assertThat(names(folder.resolve("2026-W10"))).containsExactly("digest.md");
  }

  @Test
  void a_failed_write_keeps_the_old_content_and_removes_its_own() throws IOException {
    Path file = folder.resolve("digest.md");
    Files.createDirectories(file.resolve("in the way")); // a folder cannot be renamed over
    assertThatThrownBy(() -> AtomicFile.write(file, "new"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'" + file + "' cannot be written: ");
    assertThat(file.resolve("in the way")).exists();
    assertThat(names(folder)).containsExactly("digest.md");
  }

  @Test
  void the_permissions_of_the_old_file_are_kept() throws IOException {
    Path file = folder.resolve("digest.md");
    AtomicFile.write(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    AtomicFile.write(file, "new");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
  }

  @Test
  void a_symbolic_link_stays_a_link() throws IOException {
    Path real = folder.resolve("real.md");
    AtomicFile.write(real, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), real);
    AtomicFile.write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void a_folder_without_permission_is_one_sentence() {
    Path forbidden = Path.of("/sys/digest-test.md"); // refused even to the superuser
    assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "no sysfs here");
    assertThatThrownBy(() -> AtomicFile.write(forbidden, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            "'/sys/digest-test.md' cannot be written: (no permission|the file system is"
                + " read-only).*\\.");
  }

  @Test
  void a_file_where_a_folder_is_needed_is_one_sentence() throws IOException {
    Path blocker = Files.writeString(folder.resolve("output"), "a file");
    assertThatThrownBy(() -> AtomicFile.write(blocker.resolve("digest.md"), "x"))
        .hasMessageEndingWith("is a file where a folder is needed.");
    assertThat(blocker).hasContent("a file");
  }

  @Test
  void a_full_disk_is_one_sentence() {
    Path file = Path.of("output/digest.md");
    for (IOException e :
        List.of(
            new IOException("No space left on device"),
            new FileSystemException("output/x", null, "No space left on device"),
            new IOException("Disk quota exceeded"))) {
      assertThat(AtomicFile.sentence(file, e))
          .isEqualTo(
              "'output/digest.md' cannot be written: the disk is full; free some space and run"
                  + " again.");
    }
  }

  @Test
  void what_a_killed_writer_of_the_file_left_goes_with_the_next_write() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path left = Files.writeString(folder.resolve(".digest.md." + gone.pid() + "-1.tmp"), "hal");
    Path earlierLife =
        Files.writeString(
            folder.resolve(".digest.md." + ProcessHandle.current().pid() + "-0.tmp"), "hal");
    Path others = Files.writeString(folder.resolve(".issue.json." + gone.pid() + "-1.tmp"), "{");
    Path theEditors = Files.writeString(folder.resolve(".digest.md.swp"), "mine");

    AtomicFile.write(folder.resolve("digest.md"), "whole");

    assertThat(left).doesNotExist();
    assertThat(earlierLife).doesNotExist();
    assertThat(others).exists();
    assertThat(theEditors).exists();
  }

  @Test
  void a_writer_that_still_lives_keeps_its_file() throws Exception {
    Process alive = new ProcessBuilder("sleep", "60").start();
    try {
      Path half = Files.writeString(folder.resolve(".digest.md." + alive.pid() + "-1.tmp"), "hal");

      AtomicFile.write(folder.resolve("digest.md"), "whole");

      assertThat(half).exists();
    } finally {
      alive.destroyForcibly();
    }
  }

  @Test
  void a_sweep_takes_old_files_of_our_naming_alone() throws IOException {
    Path old = Files.writeString(folder.resolve(".digest.md.4711-1.tmp"), "hal");
    Path young = Files.writeString(folder.resolve(".issue.json.4711-1.tmp"), "hal");
    Path like = Files.writeString(folder.resolve("notes.4711-1.tmp"), "the editor's");
    Path named = Files.writeString(folder.resolve(".notes.tmp"), "the editor's");
    Path inFolder = Files.createDirectories(folder.resolve(".old.4711-1.tmp"));
    FileTime began = FileTime.fromMillis(1_700_000_000_000L);
    for (Path path : List.of(old, like, named, inFolder)) {
      Files.setLastModifiedTime(path, FileTime.fromMillis(began.toMillis() - 1));
    }

    AtomicFile.sweep(folder, began);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(like).exists();
    assertThat(named).exists();
    assertThat(inFolder).exists();
    AtomicFile.sweep(folder.resolve("no folder"), began);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
