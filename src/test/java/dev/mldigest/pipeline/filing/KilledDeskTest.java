package dev.mldigest.pipeline.filing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is killed, not ended, at each of its writes. */
class KilledDeskTest {
  private static final Week WEEK = new Week(2026, 10);
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kept", "DRAFTED", "COMPARED", "TAKEN", "LOOKED", "PUT", "KEPT", "shown"})
  void what_was_kept_is_shown_by_whoever_comes_next_and_what_was_typed_meanwhile_stays(String step)
      throws Exception {
    IssueFiles files = new IssueFiles(folder);
    String made = made(files);
    killedAt(step);

    Path path = files.digest(WEEK);
    String there = Files.exists(path) ? Files.readString(path) : null;
    if (there != null) { // the editor goes on at once
      Files.writeString(path, there.replace("Summary 2.", "My words."));
    }

    try (Store store = Store.open(files.state())) {
      List<String> notices = new ArrayList<>();
      Desk desk = Desks.open(WEEK, store, files, () -> NOW, notices);
      IssueState state = desk.load();
      assertThat(Files.readString(path)).as(step).isEqualTo(state.text());
      assertThat(state.text()).as(step).doesNotContain("Summary 1.");
      if (there != null) {
        assertThat(state.text()).as(step).contains("My words.");
      }
      while (desk.load().undoable() != null) {
        desk.undo(Desk.LATEST, Event.COMMAND);
      }
      assertThat(Files.readString(path)).as(step).isEqualTo(made);
    }
  }

  private static String made(IssueFiles files) throws IOException {
    Issue issue =
        dev.mldigest.assemble.Issues.of(
            IntStream.of(1, 2, 3)
                .mapToObj(i ->
                    dev.mldigest.assemble.Issues.item(
                        "item" + i, "Title " + i, "Summary " + i + "."))
                .toList());
    try (Store store = Store.open(files.state())) {
      new Filing(store, files)
          .save(
              store.issues().open(WEEK, issue.window()),
              new Proposal(issue, List.of(), sections -> issue),
              NOW);
    }
    return Files.readString(files.digest(WEEK));
  }

  private void killedAt(String step) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DeskProcess.class.getName(),
                folder.toString(),
                WEEK.toString(),
                "item1",
                step)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).as(step).isEqualTo("there");
    } finally {
      process.destroyForcibly(); // SIGKILL
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
