package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the output folder besides issues: a state, locks, and what a kill left behind. */
class StateTroubleTest {
  @TempDir Path folder;
  private Internet internet;
  private Program program;

  @BeforeEach
  void makeAnIssue() throws Exception {
    internet = new Internet();
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  @Test
  void an_emptied_state_beside_issues_stops_every_command_and_nothing_is_touched()
      throws Exception {
    Files.write(state().resolve("digest.db"), new byte[0]);
    Map<String, FileTime> before = times();

    for (Ended ended :
        new Ended[] {
          program.run(), program.run("--redo"), program.onOutput("render", "--to", "md")
        }) {
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("digest.db is damaged").contains("it was left as it is");
    }
    Ended doctor = Program.call(program.arguments("doctor", "--offline"));
    assertThat(doctor.code()).isEqualTo(5);
    assertThat(doctor.out()).contains("digest.db is damaged").doesNotContain("issues made");
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void a_complete_run_removes_what_killed_runs_half_wrote() throws Exception {
    Path week = program.output().resolve(Internet.WEEK);
    Path half = Files.writeString(week.resolve(".published.md.1-1.tmp"), "half");
    Path inState = Files.writeString(state().resolve(".anything.1-1.tmp"), "half");
    Path theEditors = Files.writeString(week.resolve(".notes.tmp"), "mine");
    for (Path path : new Path[] {half, inState, theEditors}) {
      Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_000L));
    }

    assertThat(program.run().code()).isZero();

    assertThat(half).doesNotExist();
    assertThat(inState).doesNotExist();
    assertThat(theEditors).exists();
  }

  @Test
  void a_state_that_others_may_read_is_named_by_the_doctor_and_not_changed() throws Exception {
    Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    assertThat(Program.call(program.arguments("doctor", "--offline")).code()).isZero();
    Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("rwxr-xr-x"));

    Ended doctor = Program.call(program.arguments("doctor", "--offline"));

    assertThat(doctor.out())
        .containsPattern("FAIL privacy .*" + state() + ".*chmod -R go-rwx " + state());
    assertThat(Files.getPosixFilePermissions(state()))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path state() {
    return program.output().resolve("state");
  }

  private Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(program.output())) {
      for (Path file : files.toList()) {
        times.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
