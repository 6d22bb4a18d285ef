package dev.mldigest.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCommandTest {
  @TempDir private Path folder;

  private final Internet internet = new Internet();

  @AfterEach
  void close() {
    internet.close();
  }

  private Program program(Duration later) throws Exception {
    return new Program(folder, internet.configuration(""), Internet.NOW.plus(later).toString());
  }

  private static List<String> coverage(Program program, String... more) {
    return Program.call(program.arguments("coverage", more)).out().lines().toList();
  }

  @Test
  void a_source_that_was_renamed_stays_in_the_weeks_it_was_read_in() throws Exception {
    Program program = program(Duration.ZERO);
    program.run();
    String renamed = Files.readString(program.config()).replace("id: s1", "id: other");
    Files.writeString(program.config(), renamed);

    assertThat(coverage(program, "--week", Internet.WEEK))
        .anyMatch(line -> line.matches("s1 +removed +4 .*"))
        .anyMatch(line -> line.matches("other +unread +0 .*"))
        .last()
        .asString()
        .contains(" of 3 sources complete, ");
    assertThat(coverage(program, "--json"))
        .anyMatch(
            line -> line.contains("\"s1\",\"state\":\"removed\"") && line.contains("\"items\":4"));

    Program later = new Program(folder, renamed, Internet.NOW.plus(Duration.ofDays(30)).toString());
    later.run();
    assertThat(coverage(later, "--week", "2026-W14")).noneMatch(line -> line.startsWith("s1 "));
  }

  @Test
  void a_source_is_complete_up_to_its_last_poll_and_then_current_until_the_next_one_is_due()
      throws Exception {
    internet.republish(0, item(2), item(10));
    program(Duration.ZERO).run();

    assertThat(coverage(program(Duration.ZERO), "--week", Internet.WEEK))
        .anyMatch(line -> line.startsWith("s0  ") && line.contains(" complete "));
    assertThat(coverage(program(Duration.ofMinutes(20)), "--week", Internet.WEEK))
        .anyMatch(line -> line.startsWith("s0  ") && line.contains(" complete "));
    assertThat(coverage(program(Duration.ofMinutes(20))))
        .anyMatch(line -> line.startsWith("s0  ") && line.contains(" current "))
        .last()
        .asString()
        .startsWith("0 of 3 sources complete, ");
    assertThat(coverage(program(Duration.ofDays(3))))
        .anyMatch(line -> line.startsWith("s0  ") && line.contains(" behind "));
  }

  @Test
  void the_digest_names_the_sources_of_which_not_all_of_its_time_is_proven() throws Exception {
    internet.republish(0, item(2), item(10));
    internet.republish(1, item(1), item(3));
    internet.republish(2, item(1), item(12));
    Program program = program(Duration.ZERO);
    program.run();
    assertThat(Files.readString(program.digest(Internet.WEEK)))
        .contains("proven only in part for Source 1 (");

    Program next = program(Duration.ofDays(7));
    internet.republish(0, item(-1), item(2));
    internet.republish(1, item(-3), item(1));
    internet.republish(2, item(-1), item(1));
    next.run();
    assertThat(Files.readString(next.digest("2026-W11"))).doesNotContain("proven only in part");
  }

  private String item(int days) {
    return internet.itemOn(
        "Day " + days, "/day/" + days, Internet.NOW.minus(Duration.ofDays(days)));
  }
}
