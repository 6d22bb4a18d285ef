package dev.mldigest.summarise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
  private static final Path FOLDER = Path.of("prompts");

  /** Published files never change; an improvement is a new version and a new line here. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "judge/v01.md", "470234367c3ae6cf",
          "schemas/judge.v01.json", "bf7c9c35f5bebe2e",
          "schemas/summarise-paper.v01.json", "2dabd42d3251c14b",
          "schemas/summarise-post.v01.json", "f297d0c73d90e7be",
          "summarise-paper/v01.md", "3a7443f464aea50a",
          "summarise-post/v01.md", "0f7c3d34124014cf");

  @Test
  void published_prompts_and_schemas_are_immutable() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().matches(".*v\\d\\d\\.(md|json)")).toList()) {
        found.put(
            FOLDER.relativize(file).toString().replace('\\', '/'),
            Hashes.sha256(Files.readString(file)).substring(0, 16));
      }
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(PUBLISHED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summarise-post", "summarise-paper"})
  void the_prompts_of_the_project_can_be_used(String task) {
    Prompt prompt = new Prompts(FOLDER).latest(task);
    assertThat(prompt.version()).isEqualTo(1);
    assertThat(prompt.inputs()).containsExactlyInAnyOrder("nonce", "sentences", "source", "title");
    assertThat(prompt.system().text()).doesNotContain("{{title}}", "{{sentences}}", "{{source}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"summarise-post", "summarise-paper"})
  void a_model_may_choose_among_the_same_highlights_as_the_rules(String task) {
    List<String> phrases = new ArrayList<>();
    JsonNode schema = new Prompts(FOLDER).latest(task).schema().root();
    schema.at("/properties/highlight/enum").forEach(phrase -> phrases.add(phrase.asText()));
    assertThat(phrases).isEqualTo(new Highlights().phrases());
  }

  @Test
  void values_are_never_read_again() {
    Template template = new Template("{{title}} by {{source}} $1 \\ {{title}}");
    assertThat(template.render(Map.of("title", "{{source}} ${x} $0", "source", "{{title}}\\")))
        .isEqualTo("{{source}} ${x} $0 by {{title}}\\ $1 \\ {{source}} ${x} $0");
    assertThatThrownBy(() -> template.render(Map.of("title", "x")))
        .hasMessage("No value for {{source}}.");
  }

  @Test
  void a_missing_task_is_one_sentence() {
    assertThatThrownBy(() -> new Prompts(FOLDER).latest("sing-a-song"))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("sing-a-song")
        .hasMessageEndingWith("?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no front matter",
        "---\nid: t\n---\n\n## system\nx\n\n## user\ny\n",
        "---\n: [\n---\n\n## system\nx\n\n## user\ny\n",
        FRONT + "\n## system\nx {{a}} {{b}}\n\n## user\ny\n",
        FRONT + "\n## system\nx\n\n## user\ny\n",
        FRONT + "\n## user\ny {{a}}\n",
      })
  void a_broken_prompt_is_one_sentence_that_names_the_file(String text, @TempDir Path folder)
      throws IOException {
    write(folder, text, "{\"type\":\"string\"}");
    assertThatThrownBy(() -> new Prompts(folder).latest("t"))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("v01.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"object\",\"properties\":{}}",
        "{\"type\":\"string\",\"pattern\":\"a+\"}",
        "{\"type\":\"colour\"}",
        "{\"type\":\"array\"}",
        "not json",
      })
  void a_schema_that_says_more_than_is_checked_is_refused(String schema, @TempDir Path folder)
      throws IOException {
    write(folder, FRONT + "\n## system\nx {{a}}\n\n## user\ny\n", schema);
    assertThatThrownBy(() -> new Prompts(folder).latest("t"))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("t.v01.json");
  }

  @Test
  void the_newest_version_is_used(@TempDir Path folder) throws IOException {
    String text = FRONT + "\n## system\nold {{a}}\n\n## user\ny\n";
    write(folder, text, "{\"type\":\"string\"}");
    Files.writeString(
        folder.resolve("t/v02.md"), text.replace("version: 1", "version: 2").replace("old", "new"));
    assertThat(new Prompts(folder).latest("t").system().text()).isEqualTo("new {{a}}");
  }

  private static final String FRONT =
      """
      ---
      id: t
      version: 1
      inputs: [a]
      schema: t.v01.json
      max_output_tokens: 9
      temperature: 0
      changelog: first
      ---
      """;

  private static void write(Path folder, String prompt, String schema) throws IOException {
    Files.createDirectories(folder.resolve("t"));
    Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(folder.resolve("t/v01.md"), prompt);
    Files.writeString(folder.resolve("schemas/t.v01.json"), schema);
  }
}
