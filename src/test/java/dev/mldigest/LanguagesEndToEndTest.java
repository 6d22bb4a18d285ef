package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.ScriptWeek;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.TextLength;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program on a week in a script of its own. */
class LanguagesEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"zh", "ja", "ko", "th", "ar"})
  void a_week_in_a_script_of_its_own_is_read_whole_and_two_reports_of_one_news_are_one_story(
      String language) throws Exception {
    try (ScriptWeek week = new ScriptWeek(language)) {
      Program program = new Program(folder, week.configuration(), Internet.NOW.toString());

      assertThat(program.run().code()).isZero();

      List<JsonNode> entries = entries(program);
      assertThat(entries).hasSameSizeAs(week.pieces());
      for (JsonNode entry : entries) {
        int piece = Integer.parseInt(entry.get("link").asText().replaceAll(".*/", ""));
        assertThat(entry.get("text").asText())
            .isEqualTo(String.join("\n", week.pieces().get(piece).paragraphs()));
      }
      assertThat(story(entries, week.url(0))).isEqualTo(story(entries, week.url(1)));
      assertThat(entries.stream().map(entry -> entry.get("story").asText()).distinct())
          .hasSize(entries.size() - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "ja", "ko", "th", "ar"})
  void a_week_in_a_script_of_its_own_is_told_in_whole_sentences_and_fitting_lines(String language)
      throws Exception {
    try (ScriptWeek week = new ScriptWeek(language)) {
      Program program = new Program(folder, week.configuration(), Internet.NOW.toString());

      assertThat(program.run().code()).isZero();

      for (JsonNode item : items(program)) {
        List<String> sentences =
            week.pieces().stream()
                .flatMap(piece -> piece.paragraphs().stream())
                .flatMap(paragraph -> Sentences.of(paragraph).stream())
                .map(sentence -> sentence.replaceFirst("[!！]$", ""))
                .toList();
        assertThat(item.get("summary").get("sentences")).isNotEmpty();
        for (JsonNode told : item.get("summary").get("sentences")) {
          String text = told.isTextual() ? told.asText() : told.get("text").asText();
          assertThat(sentences).anyMatch(sentence -> text.startsWith(sentence));
        }
      }
      assertThat(Files.readString(program.digest(Internet.WEEK)).lines())
          .filteredOn(line -> line.startsWith("subject: "))
          .singleElement()
          .satisfies(line -> assertThat(TextLength.columns(line)).isLessThanOrEqualTo(60 + 11));
    }
  }

  @Test
  void a_date_in_arabic_does_not_turn_around_the_names_beside_it() throws Exception {
    try (ScriptWeek week = new ScriptWeek("ar")) {
      Program program = new Program(folder, week.configuration(), Internet.NOW.toString());

      assertThat(program.run().code()).isZero();

      assertThat(program.digest(Internet.WEEK))
          .content()
          .containsPattern(
              "\\*Source [AB] · \u206824 فبراير 2026\u2069 · also reported by Source [AB]\\*");
    }
  }

  private static List<JsonNode> items(Program program) throws IOException {
    JsonNode issue =
        JSON.readTree(program.digest(Internet.WEEK).resolveSibling("issue.json").toFile());
    List<JsonNode> items = new ArrayList<>();
    issue.get("sections").forEach(section -> section.get("items").forEach(items::add));
    assertThat(items).isNotEmpty();
    return items;
  }

  private static String story(List<JsonNode> entries, String link) {
    return entries.stream()
        .filter(entry -> entry.get("link").asText().equals(link))
        .map(entry -> entry.get("story").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> entries(Program program) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line :
        Program.call(program.arguments("inspect week", "--json", "--text"))
            .out()
            .lines()
            .toList()) {
      JsonNode entry = JSON.readTree(line);
      if (entry.has("link")) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
