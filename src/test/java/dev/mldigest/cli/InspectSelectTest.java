package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.testkit.BCubed;
import dev.mldigest.testkit.Corpora;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code digest inspect stories}, {@code filters}, {@code mentions} and {@code rank}, as a user
 * calls them.
 */
class InspectSelectTest {
  @TempDir private Path folder = Path.of("");

  private record Run(int exit, List<JsonNode> lines) {}

  private static Run digest(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      int exit = Digest.run(args);
      List<JsonNode> lines =
          captured.toString(StandardCharsets.UTF_8).lines().map(JsonLines::read).toList();
      return new Run(exit, lines);
    } finally {
      System.setOut(before);
    }
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Path zipped(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Writer writer = new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
      writer.write(String.join("\n", lines));
    }
    return file;
  }

  @Test
  void stories_are_numbered_in_input_order_and_a_bad_line_has_its_own_line() throws IOException {
    Path input =
        file(
            "in.jsonl",
            "{\"id\":\"a\",\"title\":\"One\",\"url\":\"http://x.example/1?utm_source=f\"}",
            "not json",
            "{\"id\":\"b\",\"title\":\"Two\",\"url\":\"https://www.x.example/1\"}",
            "[1]",
            "{\"id\":\"c\",\"title\":\"Three\",\"text\":null}");
    Run run = digest("inspect", "stories", "--json", input.toString());
    assertThat(run.exit).isZero();
    assertThat(run.lines).hasSize(5);
    assertThat(run.lines.get(0).path("cluster")).isEqualTo(run.lines.get(2).path("cluster"));
    assertThat(run.lines.get(4).path("cluster")).isNotEqualTo(run.lines.get(2).path("cluster"));
    assertThat(run.lines.get(1).path("ok").asBoolean(true)).isFalse();
    assertThat(run.lines.get(3).path("error").asText()).endsWith(".");
  }

  @Test
  void filters_say_what_they_would_cut_and_why() throws IOException {
    Path input =
        file(
            "in.jsonl",
            "{\"id\":\"a\",\"title\":\"[Sponsored] Kernels\"}",
            "not json",
            "{\"id\":\"b\",\"title\":\"How we serve\",\"lead\":\"We measured latency.\"}",
            "{\"id\":\"c\",\"title\":\"Wie wir das machen\",\"text\":\"Und was es kostet.\"}");
    Run run = digest("inspect", "filters", "--json", input.toString());
    assertThat(run.exit).isZero();
    assertThat(run.lines).hasSize(4);
    assertThat(run.lines.get(0).path("filter").asText()).isEqualTo("sponsored");
    assertThat(run.lines.get(0).path("reason").asText()).contains("'[sponsored]'");
    assertThat(run.lines.get(1).path("ok").asBoolean(true)).isFalse();
    assertThat(run.lines.get(2).path("filter").isNull()).isTrue();
    assertThat(run.lines.get(3).path("filter").asText()).isEqualTo("language");
    Run german = digest("inspect", "filters", "--json", "--language", "de", input.toString());
    assertThat(german.lines.get(3).path("filter").isNull()).isTrue();
  }

  @Test
  void a_file_that_is_not_there_is_wrong_usage() {
    assertThat(digest("inspect", "stories", "--json", folder + "/none").exit).isEqualTo(2);
  }

  private static String paper(String week, String id, String title) {
    return "{\"week\":\"%s\",\"id\":\"arxiv:%s\",\"title\":\"%s\",\"abstract\":\"About %s.\",\"url\":\"https://arxiv.org/abs/%s\"}"
        .formatted(week, id, title, title, id);
  }

  @Test
  void an_item_speaks_only_of_papers_known_in_its_week() throws IOException {
    zipped("2026-02-01.jsonl.gz", List.of(paper("2026-02-01", "2601.00001", "Kestrix: even load")));
    Path items =
        file(
            "items.jsonl",
            "{\"id\":\"i\",\"week\":\"2026-02-01\",\"title\":\"Kestrix\",\"text\":\"Kestrix: even"
                + " load\"}",
            "{\"id\":\"j\",\"week\":\"2026-01-25\",\"title\":\"Kestrix\",\"text\":\"Kestrix: even"
                + " load\"}");
    String candidates = folder.resolve("2026-02-01.jsonl.gz").toString();
    Run run =
        digest("inspect", "mentions", "--json", "--candidates", candidates, "--", items.toString());
    assertThat(run.lines.get(0).path("arxiv").asText()).isEqualTo("arxiv:2601.00001");
    assertThat(run.lines.get(1).path("arxiv").isNull()).isTrue();
  }

  @Test
  void rank_prints_every_candidate_of_each_week_best_first() throws IOException {
    List<String> old = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String title = i % 3 == 0 ? "Sparse routers " + i : "Protein folds " + i;
      old.add(paper("2026-02-01", "2601.1%04d".formatted(i), title));
    }
    Path before = zipped("2026-02-01.jsonl.gz", old);
    Path week =
        zipped(
            "2026-02-08.jsonl.gz",
            List.of(
                paper("2026-02-08", "2602.00001", "Protein dynamics"),
                paper("2026-02-08", "2602.00002", "Better sparse routers")));
    List<String> picked = new ArrayList<>();
    for (int i = 0; i < 30; i += 3) {
      picked.add("{\"id\":\"arxiv:2601.1%04d\",\"issue\":\"2026-02-01\"}".formatted(i));
    }
    Path picks = Files.write(folder.resolve("picks.jsonl"), picked);
    Run run =
        digest(
            "inspect",
            "rank",
            "--json",
            "--explain",
            "--history",
            before.toString(),
            week.toString(),
            "--picks",
            picks.toString(),
            "--weeks",
            "2026-02-08..2026-02-08");
    assertThat(run.lines).hasSize(1);
    assertThat(run.lines.getFirst().path("ranked").toString())
        .isEqualTo("[\"arxiv:2602.00002\",\"arxiv:2602.00001\"]");
    assertThat(run.lines.getFirst().path("items").get(0).path("reasons").toString())
        .contains("router");
  }

  /** Floors below what was measured; B-cubed F1 of news articles .87, of headlines .78. */
  @Test
  void grouping_keeps_its_quality_on_real_news() throws IOException {
    Path stories = Corpora.at("stories");
    assertThat(bcubed(stories, "articles")).isGreaterThan(0.85);
    assertThat(bcubed(stories, "headlines")).isGreaterThan(0.75);
  }

  private static double bcubed(Path data, String name) throws IOException {
    Map<String, String> gold = new HashMap<>();
    for (String line : Files.readAllLines(data.resolve(name + ".gold.jsonl"))) {
      JsonNode node = JsonLines.read(line);
      gold.put(node.path("id").asText(), node.path("cluster").asText());
    }
    Run run = digest("inspect", "stories", "--json", data.resolve(name + ".in.jsonl").toString());
    return BCubed.f1(
        run.lines.stream().map(line -> String.valueOf(gold.get(line.path("id").asText()))).toList(),
        run.lines.stream().map(line -> line.path("cluster").asText()).toList());
  }
}
