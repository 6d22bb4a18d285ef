package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves is the editor's digest of that week, and it replaces nothing of the editor's. */
class PublishingTest {
  private static final String NEXT_WEEK = "2026-W11";
  private static final String DAYS = "23 February to 1 March 2026";
  private static final String NEXT_DAYS = "2 to 8 March 2026";
  private static final List<String> FORMATS = List.of("md", "html", "txt", "json", "atom");

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
  void publishing_never_replaces_the_state_a_digest_its_versions_or_issue_json() throws Exception {
    Path week = program.output().resolve(Internet.WEEK);
    Path state = program.output().resolve("state");
    Files.createDirectories(week.resolve("history"));
    Files.writeString(week.resolve("history").resolve("1.md"), "a version");
    Files.writeString(week.resolve("digest.kept-1.md"), "kept");
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), program.digest(Internet.WEEK));
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), program.output());
    Path elsewhere = Files.writeString(folder.resolve("mine.md"), "# Mine\n");
    Path away = Files.createDirectories(program.output().resolve("2026-W09"));
    Files.createSymbolicLink(away.resolve("digest.md"), elsewhere);
    for (Path own :
        List.of(
            program.digest(Internet.WEEK),
            week.resolve("issue.json"),
            week.resolve("history").resolve("1.md"),
            week.resolve("digest.kept-1.md"),
            state.resolve("digest.db"),
            state.resolve("anything"),
            program.output().resolve("state/../" + Internet.WEEK + "/digest.md"),
            program.digest(NEXT_WEEK),
            link,
            linked.resolve(Internet.WEEK).resolve("issue.json"),
            elsewhere)) {
      byte[] before = Files.exists(own) ? Files.readAllBytes(own) : new byte[0];

      Ended ended = program.onOutput("publish", "--to", "file", "--file", own.toString());

      assertThat(ended.code()).as(own + ended.err()).isEqualTo(2);
      assertThat(ended.err()).contains(own.toString(), "--file");
      assertThat(Files.exists(own) ? Files.readAllBytes(own) : new byte[0]).isEqualTo(before);
    }
    for (Path other :
        List.of(week.resolve("issue.html"), folder.resolve("digest.md"), folder.resolve("a/b"))) {
      Ended ended = program.onOutput("publish", "--to", "file", "--file", other.toString());
      assertThat(ended.code()).as(other + ended.err()).isZero();
      assertThat(other).isNotEmptyFile();
    }
  }

  @Test
  void a_digest_that_is_gone_is_not_sent_as_the_program_last_wrote_it() throws Exception {
    Path digest = program.digest(Internet.WEEK);
    Files.move(digest, digest.resolveSibling("renamed.md"));
    for (String format : FORMATS) {
      for (Ended ended : List.of(render(format), publish(format))) {
        assertThat(ended.code()).as(format).isEqualTo(6);
        assertThat(ended.out()).as(format).isEmpty();
        assertThat(ended.err()).as(format).contains("no " + digest, "digest run --week 2026-W10");
      }
    }

    program.run("--week", Internet.WEEK);

    assertThat(digest).exists();
    assertThat(render("md").code()).isZero();
  }

  @Test
  void the_feed_of_all_issues_holds_a_week_whose_digest_is_gone_as_it_was_published_or_not_at_all()
      throws Exception {
    Path digest = program.digest(Internet.WEEK);
    Files.writeString(
        digest, Files.readString(digest).replaceFirst("<!-- note: -->", "My own two cents."));
    nextWeek();
    Path away = folder.resolve("away.md");
    Files.move(digest, away);

    Ended without = render("atom");

    assertThat(without.code()).as(without.err()).isZero();
    assertThat(without.out()).contains(NEXT_DAYS).doesNotContain(DAYS);
    assertThat(without.err()).contains(Internet.WEEK, "no " + digest);

    Files.move(away, digest);
    assertThat(program.onOutput("publish", "--to", "file", Internet.WEEK).code()).isZero();
    Files.delete(digest);

    Ended with = render("atom");
    assertThat(with.code()).as(with.err()).isZero();
    assertThat(with.out()).contains(NEXT_DAYS, DAYS, "My own two cents.");
  }

  @Test
  void the_digest_of_another_week_is_not_sent_as_this_one() throws Exception {
    nextWeek();
    String other = Files.readString(program.digest(NEXT_WEEK));
    String bare = other.substring(other.indexOf("\n# ") + 1);
    for (String text :
        List.of(other, other.replace("week: 2026-W11", "week: '2026-w11'  # next"), bare)) {
      Files.writeString(program.digest(Internet.WEEK), text);
      for (String format : FORMATS) {
        for (Ended ended : List.of(render(format, Internet.WEEK), publish(format, Internet.WEEK))) {
          assertThat(ended.code()).as(format + text).isEqualTo(6);
          assertThat(ended.out()).as(format).isEmpty();
          assertThat(ended.err()).as(format).contains("the digest of 2026-W11");
        }
      }
    }
    assertThat(render("md", NEXT_WEEK).code()).isZero();
  }

  @Test
  void the_feed_of_all_issues_holds_no_unfit_text_of_another_week() throws Exception {
    nextWeek();
    String good = Files.readString(program.digest(Internet.WEEK));
    for (String bad :
        List.of(
            "",
            " \n",
            "hello todo list\n",
            good.replaceFirst("<!-- note: -->", "{{ name }}"),
            good.replaceFirst("<!-- note: -->", "As an AI language model I cannot."))) {
      Files.writeString(program.digest(Internet.WEEK), bad);

      Ended published = publish("atom");

      assertThat(published.code()).as(bad).isEqualTo(6);
      assertThat(published.out()).as(bad).isEmpty();
      assertThat(published.err()).as(bad).contains(Internet.WEEK + ": ");
      assertThat(publish("md").code()).as(bad).isZero();
    }
  }

  @Test
  void an_emptied_digest_is_rendered_in_no_form() throws Exception {
    for (String empty : List.of("", "\n \n", "\uFEFF", "\0\0\0")) {
      Files.writeString(program.digest(Internet.WEEK), empty);
      for (String format : FORMATS) {
        Ended ended = render(format);
        assertThat(ended.code()).as(format).isEqualTo(6);
        assertThat(ended.out()).as(format).isEmpty();
        assertThat(ended.err()).as(format).contains("digest.md is empty");
      }
    }
  }

  @Test
  void what_the_digest_still_says_of_an_item_that_left_it_is_named_until_a_redo() throws Exception {
    List<String> parts = parts();
    String title = parts.get(1).replaceAll("(?s).*?### \\[([^\\]]+)].*", "$1").replace("\\", "");
    parts.set(1, parts.get(1).replaceFirst("(?s)<!-- item.*<!-- note: -->\n", ""));
    Files.writeString(program.digest(Internet.WEEK), String.join("", parts));

    for (Ended ended : List.of(render("txt"), program.onOutput("publish", "--to", "file"))) {
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.err()).contains("the subject", "run --redo", title);
    }

    assertThat(program.run("--redo").code()).isZero();
    assertThat(render("txt").err()).isEmpty();
  }

  @Test
  void nothing_is_named_as_stale_in_a_digest_that_tells_of_what_it_holds() throws Exception {
    assertThat(render("html").err()).isEmpty();
    List<String> parts = parts();
    parts.set(1, parts.get(1).replaceFirst("(?m)^### \\[[^\\]]+]", "### [My own title]"));
    parts.add(1, "### [Mine](https://own.example/x)\n\nMy words.\n\n");
    Files.writeString(program.digest(Internet.WEEK), String.join("", parts));
    assertThat(render("html").err()).isEmpty();
  }

  private List<String> parts() throws Exception {
    String digest = Files.readString(program.digest(Internet.WEEK));
    return new ArrayList<>(Arrays.asList(digest.split("(?m)(?=^<!-- item:)")));
  }

  private Ended render(String format, String... week) {
    return ended("render", List.of("--to", format), week);
  }

  private Ended publish(String format, String... week) {
    Path file = folder.resolve("published");
    Ended ended =
        ended("publish", List.of("--to", "file", "--file", file + "", "--format", format), week);
    assertThat(Files.exists(file)).as(ended.err()).isEqualTo(ended.code() == 0);
    file.toFile().delete();
    return ended;
  }

  private Ended ended(String command, List<String> options, String... week) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(week));
    return program.onOutput(command, all.toArray(String[]::new));
  }

  private void nextWeek() throws Exception {
    Instant monday = Internet.NOW.plus(Duration.ofDays(7));
    Instant within = monday.minus(Duration.ofDays(1));
    internet.republish(
        0,
        internet.itemOn("A benchmark of vector indices under load", "/n/1", within),
        internet.itemOn("How a bank serves forecasts every second", "/n/2", within));
    assertThat(new Program(folder, internet.configuration(""), monday.toString()).run().code())
        .isZero();
  }
}
