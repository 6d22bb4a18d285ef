package dev.mldigest.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandTest {
  @TempDir private Path folder;

  private final Internet internet = new Internet();
  private Program program;
  private Path site;

  @BeforeEach
  void aWeekIsMade() throws Exception {
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    program.run();
    site = folder.resolve("public");
  }

  @AfterEach
  void close() {
    internet.close();
  }

  private Program.Ended archive(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "--into";
    all[1] = site.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return program.onOutput("archive", all);
  }

  @Test
  void only_what_was_approved_is_shown_unless_drafts_are_asked_for() throws Exception {
    assertThat(archive().code()).isEqualTo(ExitCode.NOT_APPROVED);
    assertThat(site).doesNotExist();

    assertThat(archive("--drafts").code()).isZero();
    assertThat(site.resolve(Internet.WEEK + ".html")).exists();

    assertThat(program.onOutput("approve").code()).isZero();
    assertThat(archive().err()).contains("1 issue in ");
  }

  @Test
  void an_approved_issue_stands_as_it_was_approved_whatever_is_edited_later() throws Exception {
    program.onOutput("approve");
    archive();
    String page = Files.readString(site.resolve(Internet.WEEK + ".html"));
    Path digest = program.digest(Internet.WEEK);
    Files.writeString(digest, Files.readString(digest) + "\nA later thought.\n");

    assertThat(archive().err()).contains(" 0 files written, 0 removed");

    assertThat(site.resolve(Internet.WEEK + ".html")).hasContent(page);
    assertThat(program.onOutput("render", "--to", "archive").out()).contains("A later thought.");
  }

  @Test
  void an_approval_that_was_taken_back_shows_nothing() throws Exception {
    program.onOutput("approve");
    assertThat(archive().code()).isZero();
    program.onOutput("undo");
    assertThat(archive().code()).isEqualTo(ExitCode.NOT_APPROVED);
    program.onOutput("undo", "--back");
    assertThat(archive().code()).isZero();
  }

  @Test
  void where_it_must_not_go_or_what_is_no_address_ends_in_one_sentence() throws Exception {
    site = program.output();
    assertThat(archive("--drafts").err()).contains("holds the issues as you edit them");
    site = program.output().resolve(Internet.WEEK);
    assertThat(archive("--drafts").code()).isEqualTo(ExitCode.USAGE);
    site = folder.resolve("public");
    assertThat(archive("--drafts", "--url", "news").err()).contains("is no address of a site");
    Files.createDirectories(site);
    Files.writeString(site.resolve("index.html"), "mine");
    assertThat(archive("--drafts").err()).contains("nothing was written, because index.html");
    assertThat(site.resolve("index.html")).hasContent("mine");
  }

  @Test
  void the_last_issues_stand_in_numbers_with_the_editors_minutes() {
    assertThat(stats().out().lines().toList().get(1))
        .matches(Internet.WEEK + " +- +0 +0 +12 +\\d+ +\\d+ +\\d+ +\\d+");

    program.onOutput("approve");

    assertThat(stats("--json").out())
        .contains(
            "\"week\":\"" + Internet.WEEK + "\"", "\"minutes\":0", "\"acts\":1", "\"revisions\":1");
  }

  private Program.Ended stats(String... more) {
    List<String> all = new ArrayList<>(List.of("stats", "issues", "--output"));
    all.add(program.output().toString());
    all.addAll(List.of(more));
    return Program.call(all.toArray(String[]::new));
  }
}
