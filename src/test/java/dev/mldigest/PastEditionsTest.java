package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next issue goes by what became of the last one, not by what the program had picked. */
class PastEditionsTest {
  private static final Instant NEXT_MONDAY = Internet.NOW.plus(Duration.ofDays(7));
  private static final Pattern TITLE = Pattern.compile("(?m)^### \\[([^\\]]+)]");

  @TempDir Path folder;
  private Internet internet;
  private Program first;

  @BeforeEach
  void makeAnIssue() throws Exception {
    internet = new Internet();
    first = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    assertThat(first.run().code()).isZero();
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  @Test
  void what_the_editor_took_out_may_be_told_and_what_was_added_is_not_told_again()
      throws Exception {
    List<String> parts = parts();
    String rejected = title(parts.get(1));
    String kept = title(parts.get(2));
    parts.set(1, "### [A find of mine](" + internet.address() + "/find)\n\nRead it.\n\n");
    write(parts);

    List<String> week = nextWeek(rejected, kept);

    assertThat(line(week, "/rejected")).doesNotContain("Covered in");
    assertThat(line(week, "/kept")).contains("Covered in 2026-W10");
    assertThat(line(week, "/find")).contains("Covered in 2026-W10").contains("added by hand");
  }

  @Test
  void what_was_published_counts_whatever_becomes_of_the_file_later() throws Exception {
    List<String> parts = parts();
    String rejected = title(parts.get(1));
    String kept = title(parts.get(2));
    parts.remove(1);
    write(parts);
    assertThat(first.onOutput("publish", "--to", "file").code()).isZero();
    parts.remove(1);
    write(parts);

    List<String> week = nextWeek(rejected, kept);

    assertThat(line(week, "/rejected")).doesNotContain("Covered in");
    assertThat(line(week, "/kept")).contains("Covered in 2026-W10");
  }

  @Test
  void what_carries_on_an_item_of_the_last_issue_says_so_below_its_summary() throws Exception {
    String told = title(parts().get(1));
    Instant within = NEXT_MONDAY.minus(Duration.ofDays(1));
    internet.republish(0, internet.itemOn(told + " 2", "/second", within));
    Program next = new Program(folder, internet.configuration(""), NEXT_MONDAY.toString());
    next.run();

    String digest = Files.readString(next.digest("2026-W11"));
    assertThat(digest)
        .containsPattern(
            "\n\nFollows up on \\["
                + Pattern.quote(told)
                + "]\\(http[^)]+\\) in the issue of"
                + " 23 February to 1 March 2026[:.].*\n\n");
    assertThat(Files.readString(next.digest("2026-W10"))).doesNotContain("Follows up on");
  }

  private List<String> parts() throws Exception {
    String digest = Files.readString(first.digest(Internet.WEEK));
    return new ArrayList<>(Arrays.asList(digest.split("(?m)(?=^<!-- item:)")));
  }

  private void write(List<String> parts) throws Exception {
    Files.writeString(first.digest(Internet.WEEK), String.join("", parts));
  }

  private static String title(String item) {
    var title = TITLE.matcher(item);
    assertThat(title.find()).isTrue();
    return title.group(1).replace("\\", "");
  }

  /** Both stories are told again elsewhere, and the editor's find comes by a feed. */
  private List<String> nextWeek(String rejected, String kept) throws Exception {
    Instant within = NEXT_MONDAY.minus(Duration.ofDays(1));
    internet.republish(
        0,
        internet.itemOn(rejected, "/rejected", within),
        internet.itemOn(kept, "/kept", within),
        internet.itemOn("Under quite another headline", "/find", within));
    Program next = new Program(folder, internet.configuration(""), NEXT_MONDAY.toString());
    next.run();
    return Program.call(next.arguments("inspect week", "--json")).out().lines().toList();
  }

  private static String line(List<String> week, String path) {
    return week.stream().filter(line -> line.contains(path + "\"")).findFirst().orElseThrow();
  }
}
