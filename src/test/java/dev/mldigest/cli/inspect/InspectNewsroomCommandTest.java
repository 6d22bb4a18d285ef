package dev.mldigest.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.cli.console.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Issues of twelve links, of which the two that the same house told stand on top. */
class InspectNewsroomCommandTest {
  private static final int ISSUES = 20;
  private static final int LINKS = 12;
  private static final List<String> NOUNS =
      List.of("Alders", "Birches", "Cedars", "Elms", "Firs", "Gums", "Larches");

  @TempDir Path folder;

  private static String line(int issue) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < LINKS; i++) {
      String host = isTop(issue, i) ? "loved.example" : "other" + i % 4 + ".example";
      String form = i % 2 == 0 ? "How to prune %s" : "%s sold again";
      items
          .append(i == 0 ? "" : ",")
          .append(
              "{\"id\":\"%s\",\"title\":\"%s\",\"host\":\"%s\",\"url\":\"https://%s/%d\"}"
                  .formatted(
                      id(issue, i), form.formatted(NOUNS.get((i + issue) % 7)), host, host, i));
    }
    return "{\"issue\":\"" + day(issue) + "\",\"items\":[" + items + "]}";
  }

  private static boolean isTop(int issue, int i) {
    return i == issue % LINKS || i == (issue + 5) % LINKS;
  }

  private static String id(int issue, int i) {
    return "%02d-%02d".formatted(issue, (i * 7 + issue) % LINKS);
  }

  private static LocalDate day(int issue) {
    return LocalDate.parse("2024-01-01").plusWeeks(issue);
  }

  private static String gold(int issue) {
    List<String> top = new ArrayList<>();
    List<String> sections = new ArrayList<>();
    for (int i = 0; i < LINKS; i++) {
      if (isTop(issue, i)) {
        top.add("\"" + id(issue, i) + "\"");
      }
      sections.add("\"%s\":\"%s\"".formatted(id(issue, i), i % 2 == 0 ? "Tutorials" : "Business"));
    }
    return "{\"issue\":\"%s\",\"top\":[%s],\"sections\":{%s}}"
        .formatted(day(issue), String.join(",", top), String.join(",", sections));
  }

  private Map<String, JsonNode> answers(int known, String... more) throws IOException {
    List<String> in = new ArrayList<>();
    List<String> gold = new ArrayList<>();
    for (int issue = 0; issue < ISSUES; issue++) {
      in.addFirst(line(issue)); // the order of the lines says nothing
      if (issue < known) {
        gold.addFirst(gold(issue));
      }
    }
    Path all = Files.write(folder.resolve("in.jsonl"), in);
    Path some = Files.write(folder.resolve("gold.jsonl"), gold);
    List<String> arguments = new ArrayList<>(List.of("--json", "--in", all.toString()));
    arguments.addAll(List.of("--gold", some.toString()));
    arguments.addAll(List.of(more));
    Map<String, JsonNode> answers = new HashMap<>();
    for (String answer : run(arguments).lines().toList()) {
      JsonNode node = JsonLines.read(answer);
      answers.put(node.path("issue").asText(), node);
    }
    return answers;
  }

  private static String run(List<String> arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      int code =
          new CommandLine(new InspectNewsroomCommand()).execute(arguments.toArray(String[]::new));
      assertThat(code).isZero();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode last(Map<String, JsonNode> answers) {
    return answers.getOrDefault(day(ISSUES - 1).toString(), JsonLines.object());
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(one -> strings.add(one.asText()));
    return strings;
  }

  @Test
  void who_was_on_top_before_comes_first_and_headings_are_told() throws IOException {
    JsonNode answer = last(answers(ISSUES));
    List<String> top = new ArrayList<>();
    for (int i = 0; i < LINKS; i++) {
      if (isTop(ISSUES - 1, i)) {
        top.add(id(ISSUES - 1, i));
      }
      assertThat(answer.path("sections").path(id(ISSUES - 1, i)).asText())
          .isEqualTo(i % 2 == 0 ? "Tutorials" : "Business");
    }
    assertThat(strings(answer.path("ranked"))).hasSize(LINKS).doesNotHaveDuplicates();
    assertThat(strings(answer.path("ranked")).subList(0, 2)).hasSameElementsAs(top);
  }

  @Test
  void the_gold_of_an_issue_and_of_later_ones_teaches_nothing() throws IOException {
    Map<String, JsonNode> all = answers(ISSUES, "--from", day(10).toString());
    Map<String, JsonNode> early = answers(12, "--from", day(10).toString());
    assertThat(all).hasSize(ISSUES - 10);
    for (int issue = 10; issue <= 12; issue++) {
      String day = day(issue).toString();
      assertThat(all.getOrDefault(day, JsonLines.object()).path("ranked"))
          .isEqualTo(early.getOrDefault(day, JsonLines.object()).path("ranked"));
    }
  }

  @Test
  void the_first_issue_is_ranked_whole_and_without_headings() throws IOException {
    JsonNode first = answers(ISSUES).getOrDefault(day(0).toString(), JsonLines.object());
    assertThat(strings(first.path("ranked"))).hasSize(LINKS);
    assertThat(first.has("sections")).isFalse();
    assertThat(first.path("model").asText()).startsWith("Nothing is learned");
  }
}
