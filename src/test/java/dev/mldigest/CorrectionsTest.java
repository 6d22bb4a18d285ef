package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers tell what is wrong with an item where feeds.yaml says so, and nowhere else. */
class CorrectionsTest {
  @TempDir Path folder;
  private Internet internet;

  @BeforeEach
  void connect() throws Exception {
    internet = new Internet();
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  private Program program(String corrections) throws IOException {
    String settings =
        internet
            .configuration("")
            .replace(
                "issue:\n",
                "issue:\n" + (corrections.isEmpty() ? "" : "  corrections: " + corrections + "\n"));
    return new Program(folder, settings, Internet.NOW.toString());
  }

  private static long items(Program program) throws IOException {
    return Files.readAllLines(program.digest(Internet.WEEK)).stream()
        .filter(line -> line.startsWith("### "))
        .count();
  }

  private static String rendered(Program program, String format) {
    Ended ended = program.onOutput("render", "--to", format);
    assertThat(ended.code()).as(format + ended.err()).isZero();
    return ended.out();
  }

  @Test
  void one_line_an_item_stands_in_every_form_that_is_read_whole() throws IOException {
    Program program = program("\"mailto:jo@example.org\"");
    assertThat(program.run().code()).isZero();
    long items = items(program);
    assertThat(items).isGreaterThan(2);
    assertThat(Files.readString(program.digest(Internet.WEEK))).doesNotContain("jo@example.org");

    for (String format : List.of("md", "html", "txt", "rich", "archive")) {
      String text = rendered(program, format);
      assertThat(text.split("mailto:jo@example.org\\?subject=2026-W10:%20", -1))
          .as(format)
          .hasSize((int) items + 1);
      assertThat(text).as(format).contains("what is wrong with this item");
    }
    for (String format : List.of("json", "atom", "slack", "mastodon")) {
      assertThat(rendered(program, format)).as(format).doesNotContain("mailto:jo@example.org?");
    }
  }

  @Test
  void an_address_of_the_web_is_told_which_week_and_item() throws IOException {
    Program program = program("\"https://example.org/wrong?in={week}&item={item}\"");
    assertThat(program.run().code()).isZero();
    Path digest = program.digest(Internet.WEEK);
    Files.writeString(
        digest, Files.readString(digest) + "\n### [Mine & own](https://mine.example/)\n\nWords.\n");

    String text = rendered(program, "md");

    assertThat(text)
        .contains("https://example.org/wrong?in=2026-W10&item=own-1)*")
        .containsPattern("in=2026-W10&item=[A-Za-z0-9._:%-]{6,}\\)\\*");
    assertThat(rendered(program, "archive")).contains("in=2026-W10&amp;item=own-1");
    String www = folder.resolve("www").toString();
    assertThat(program.onOutput("archive", "--drafts", "--into", www).code()).isZero();
    assertThat(Files.readString(folder.resolve("www/2026-W10.html"))).contains("item=own-1");
  }

  @Test
  void without_an_address_nothing_is_added() throws IOException {
    Program program = program("");
    assertThat(program.run().code()).isZero();

    for (String format : List.of("md", "html", "txt", "rich", "archive", "json")) {
      assertThat(rendered(program, format)).as(format).doesNotContain("wrong with this item");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"javascript:alert(1)\"",
        "\"http://example.org/\"",
        "\"mailto:nobody\"",
        "\"https://example.org/a)b\"",
        "\"https://example.org/{name}\"",
        "\"https://example.org/a b\"",
        "\"mailto:jo@example.org?subject=<b>\""
      })
  void what_is_no_such_address_is_told_with_its_place(String wrong) throws IOException {
    Ended ended = program(wrong).run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .containsPattern("feeds.yaml:\\d+:\\d+: .*corrections.* must be a mailto: or https");
  }
}
