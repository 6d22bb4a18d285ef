package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The feeds.yaml and the JSON Schema that come with the program. */
class ShippedFeedsTest {
  private final String yaml = read("feeds.yaml");
  private final Settings settings = SettingsReaderTest.valid(yaml);

  @Test
  void the_shipped_file_has_many_sources_of_many_hosts() {
    List<Source> sources = settings.sources();
    assertThat(sources).hasSizeGreaterThanOrEqualTo(70);
    assertThat(sources).extracting(source -> FeedAddress.key(source.url())).doesNotHaveDuplicates();
    assertThat(sources).extracting(Source::title).doesNotHaveDuplicates();
    assertThat(sources).extracting(source -> source.url().getScheme()).containsOnly("https");
    assertThat(sources.stream().map(source -> source.url().getHost()).distinct())
        .hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void every_section_and_every_kind_is_used() {
    assertThat(settings.sources().stream().map(Source::section).collect(Collectors.toSet()))
        .isEqualTo(
            settings.slots().sections().stream().map(SectionRule::id).collect(Collectors.toSet()));
    assertThat(settings.sources().stream().map(Source::kind).distinct()).hasSize(7);
  }

  @Test
  void an_issue_holds_at_least_one_paper_and_one_talk_and_two_items_of_a_publisher() {
    assertThat(settings.slots().perPublisher()).isEqualTo(2);
    assertThat(settings.slots().sections().stream().mapToInt(SectionRule::slots).sum())
        .isEqualTo(settings.slots().picks());
    assertThat(settings.slots().sections())
        .filteredOn(section -> Set.of("papers", "listen").contains(section.id()))
        .allMatch(section -> section.atLeast() == 1)
        .hasSize(2);
    assertThat(settings.audience().wanted()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(settings.audience().unwanted()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void the_model_examples_in_the_comments_are_valid() {
    List<String> examples = new ArrayList<>();
    StringBuilder example = new StringBuilder();
    for (String line : yaml.lines().toList()) {
      boolean part = line.startsWith("# model:") || (!example.isEmpty() && line.startsWith("#   "));
      if (part) {
        example.append(line.substring(2)).append('\n');
      } else if (!example.isEmpty()) {
        examples.add(example.toString());
        example.setLength(0);
      }
    }
    assertThat(examples).hasSize(3);
    Map<String, String> keys = Map.of("OPENAI_API_KEY", "k", "ANTHROPIC_API_KEY", "k");
    for (String model : examples) {
      SettingsReaderTest.valid(SettingsReaderTest.MINIMAL + model, keys);
    }
  }

  @Test
  void the_schema_and_the_reader_know_the_same_keys() throws IOException {
    assertThat(yaml).startsWith("# yaml-language-server: $schema=feeds.schema.json\n");
    Map<String, Set<String>> inSchema = new TreeMap<>();
    collect("", schema(), inSchema);
    Map<String, Set<String>> inReader = new TreeMap<>();
    Keys.all().forEach((path, keys) -> inReader.put(path, new TreeSet<>(keys)));
    assertThat(inSchema).isEqualTo(inReader);
  }

  @Test
  void the_documentation_has_every_key_and_a_file_that_works() {
    String page = read("docs/configuration.md");
    String acts = read("docs/keys.md"); // made of the table, which names them
    Keys.all()
        .forEach((path, keys) ->
            assertThat(keys)
                .as(path)
                .allMatch(key ->
                    page.contains("`" + key + "`")
                        || page.contains(key + ": ")
                        || (path.equals("review.keys") && acts.contains("`" + key + "`"))));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    SettingsReaderTest.valid(page.substring(start, page.indexOf("```", start)));
  }

  @TestFactory
  List<DynamicTest> the_schema_and_the_reader_agree_on_ranges() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String section : List.of("issue", "network", "model")) {
      schema().path("properties").path(section).path("properties").properties().stream()
          .filter(key -> key.getValue().has("minimum"))
          .forEach(key -> {
            long least = key.getValue().path("minimum").asLong();
            long most = key.getValue().path("maximum").asLong();
            String path = section + "." + key.getKey();
            tests.add(
                DynamicTest.dynamicTest(path, () -> range(section, key.getKey(), least, most)));
          });
    }
    assertThat(tests).hasSize(13);
    return tests;
  }

  private static void range(String section, String key, long least, long most) {
    assertThat(complaints(section, key, least)).isEmpty();
    assertThat(complaints(section, key, most)).isEmpty();
    assertThat(complaints(section, key, least - 1)).hasSize(1);
    assertThat(complaints(section, key, most + 1)).hasSize(1);
  }

  private static List<String> complaints(String section, String key, long value) {
    String minimal = SettingsReaderTest.MINIMAL;
    String line = "  " + key + ": " + value + "\n";
    String changed =
        minimal.contains(section + ":\n")
            ? minimal.replace(section + ":\n", section + ":\n" + line)
            : minimal + section + ":\n" + line;
    return SettingsReaderTest.mistakes(changed);
  }

  private static void collect(String path, JsonNode node, Map<String, Set<String>> keys) {
    JsonNode properties = node.path("properties");
    if (!properties.isObject()) {
      return;
    }
    assertThat(node.path("additionalProperties").isBoolean()).as(path).isTrue();
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      names.add(property.getKey());
      JsonNode value = property.getValue();
      assertThat(value.path("description").asText())
          .as(path + "." + property.getKey())
          .isNotEmpty();
      String inner = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      collect(inner, value, keys);
      collect(inner + "[]", value.path("items"), keys);
    }
    keys.put(path, names);
  }

  private static JsonNode schema() throws IOException {
    return new ObjectMapper().readTree(read("feeds.schema.json"));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
