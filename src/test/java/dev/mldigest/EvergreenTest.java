package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slots that are filled from the archive, and what the program says of scores afterwards. */
class EvergreenTest {
  private static final Instant MONDAY = Internet.NOW;

  @TempDir private Path folder;
  @AutoClose private final Internet internet = new Internet();

  private Program at(int week, String evergreen) throws Exception {
    String yaml = internet.configuration("").replace("  picks: 5\n", "  picks: 5\n" + evergreen);
    return new Program(folder, yaml, MONDAY.plus(Duration.ofDays(7L * week)).toString());
  }

  private Ended run(int week, String evergreen) throws Exception {
    Instant within = MONDAY.plus(Duration.ofDays(7L * week - 2));
    if (week > 0) {
      internet.republish(0, internet.itemOn("a cache no. " + week, "/new" + week, within));
    }
    return at(week, evergreen).run("--json");
  }

  private String digest(int week) throws Exception {
    return Files.readString(at(week, "").digest("2026-W" + (10 + week)));
  }

  private static void assertExact(JsonNode funnel) {
    int decided = 0;
    for (JsonNode count : funnel.path("reasons")) {
      decided += count.asInt();
    }
    assertThat(decided).isEqualTo(funnel.path("harvested").asInt());
    assertThat(funnel.path("reasons").path("picked").asInt())
        .isEqualTo(funnel.path("picked").asInt());
  }

  private static JsonNode json(String text) throws Exception {
    return JsonMapper.builder().build().readTree(text.lines().findFirst().orElseThrow());
  }

  @Test
  void an_evergreen_slot_takes_the_best_runner_up_once_and_the_ledger_stays_exact()
      throws Exception {
    String on = "  evergreen: { most: 1, weeks: 4 }\n";
    run(0, on);
    Ended second = run(1, on);
    Ended third = run(2, on);

    List<String> carried = origins(1);
    assertThat(carried).as(second.err()).hasSize(1);
    assertThat(carried.getFirst())
        .contains("From the archive: of ")
        .contains("2026, a runner-up of 2026-W10");
    assertExact(json(second.out()).path("funnel"));
    assertExact(json(third.out()).path("funnel"));
    assertThat(json(second.out()).path("funnel").path("harvested").asInt()).isEqualTo(1);
    assertThat(origins(2)).hasSize(1);
    assertThat(links(digest(2))).doesNotContainAnyElementsOf(links(digest(1)));
    assertThat(links(digest(1))).doesNotContainAnyElementsOf(links(digest(0)));
    String again = digest(1);
    assertThat(at(1, on).run("--redo").code()).isZero();
    assertThat(digest(1)).isEqualTo(again);
  }

  /** The items of a digest by their addresses, without what was also seen. */
  private static List<String> links(String digest) {
    return digest.lines().filter(line -> line.startsWith("### ")).toList();
  }

  private List<String> origins(int week) throws Exception {
    Path issue = at(week, "").output().resolve("2026-W" + (10 + week)).resolve("issue.json");
    return Pattern.compile("From the archive: of [^\"]*")
        .matcher(Files.readString(issue))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void without_such_a_slot_what_was_passed_over_stays_out() throws Exception {
    run(0, "");
    run(1, "");
    assertThat(links(digest(1))).hasSize(1);
    assertThat(digest(1)).doesNotContain("From the archive");
  }

  @Test
  void a_score_is_explained_as_the_sum_it_is() throws Exception {
    run(0, "");
    Ended explained = at(0, "").onOutput("explain", "Speculative decoding", "--json");
    JsonNode line = json(explained.out());
    double sum = 0;
    for (JsonNode part : line.path("waterfall")) {
      sum += part.path("value").asDouble();
    }
    assertThat(line.path("waterfall")).as(explained.out()).isNotEmpty();
    assertThat(sum).isCloseTo(line.path("score").asDouble(), within(1e-9));
    assertThat(at(0, "").onOutput("explain", "Speculative decoding").out())
        .contains("which is")
        .contains("more like the wanted than the unwanted");
  }

  @Test
  void what_is_learned_is_shown_with_its_evidence() throws Exception {
    run(0, "");
    Ended stats = Program.call(at(0, "").arguments("stats taste"));
    assertThat(stats.out()).startsWith("Nothing is learned from your issues yet");
    assertThat(stats.code()).isZero();
  }
}
