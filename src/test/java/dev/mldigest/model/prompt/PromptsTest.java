package dev.mldigest.model.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.io.Sha256;
import dev.mldigest.summarise.ground.BannedPhrases;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.summarise.offline.Highlights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
  private static final Path FOLDER = Path.of("prompts");

  /** Published files never change; an improvement is a new version and a new line here. */
  private static final Map<String, String> PUBLISHED =
      Map.ofEntries(
          Map.entry("intro/v03.md", "0c02cbba4a96f28c"),
          Map.entry("subject/v03.md", "9ba387128830932a"),
          Map.entry("repair/v01.md", "207ee3931106238a"),
          Map.entry("schemas/second-reader.v01.json", "61079a9f0232dff5"),
          Map.entry("second-reader/v01.md", "06630e5ce9f23008"),
          Map.entry("second-reader/v02.md", "bb44e20e4b23681c"),
          Map.entry("second-reader/v03.md", "297aee3318bc6f2a"),
          Map.entry("schemas/summarise-paper.v03.json", "93c9f02feff8f792"),
          Map.entry("schemas/summarise-post.v03.json", "d9bc473fa27745cf"),
          Map.entry("summarise-paper/v04.md", "1ba1f9f4d9c6ae23"),
          Map.entry("summarise-post/v04.md", "45be0c511e86a453"),
          Map.entry("highlight/v02.md", "6977aae9c1afcc76"),
          Map.entry("redo/v02.md", "8b88328b83d8fa74"),
          Map.entry("schemas/highlight.v02.json", "0f42f20e3b27321c"),
          Map.entry("schemas/summarise-paper.v02.json", "c753cbdf65ab6d58"),
          Map.entry("schemas/summarise-post.v02.json", "f7a2103d89437837"),
          Map.entry("summarise-paper/v03.md", "53281f5b4b7a8661"),
          Map.entry("summarise-post/v03.md", "9b1fcb12d2921a0b"),
          Map.entry("intro/v02.md", "c72957a7118ede7f"),
          Map.entry("subject/v02.md", "2cefd19747c5a650"),
          Map.entry("headline/v01.md", "3d7b95c08ad096f5"),
          Map.entry("highlight/v01.md", "5bacffc818317db2"),
          Map.entry("intro/v01.md", "fdf242592ee84fa6"),
          Map.entry("judge/v01.md", "470234367c3ae6cf"),
          Map.entry("schemas/judge.v01.json", "bf7c9c35f5bebe2e"),
          Map.entry("redo/v01.md", "0d731a9cf6d0e9e5"),
          Map.entry("rerank/v01.md", "00ba7e00ad7c626d"),
          Map.entry("schemas/headline.v01.json", "905df4c0f3fb56b3"),
          Map.entry("schemas/highlight.v01.json", "46dc5ae0df39fa3a"),
          Map.entry("schemas/intro.v01.json", "82db37e67cbf2094"),
          Map.entry("schemas/rerank.v01.json", "cbd28d8bebe555e5"),
          Map.entry("schemas/story-judge.v01.json", "44491e1a131913ce"),
          Map.entry("schemas/subject.v01.json", "4188a9db3e1808f8"),
          Map.entry("schemas/summarise-paper.v01.json", "2dabd42d3251c14b"),
          Map.entry("schemas/summarise-post.v01.json", "f297d0c73d90e7be"),
          Map.entry("story-judge/v01.md", "06e8d0148ffc6e0b"),
          Map.entry("subject/v01.md", "3eb7e27a1cf254cb"),
          Map.entry("summarise-paper/v01.md", "3a7443f464aea50a"),
          Map.entry("summarise-paper/v02.md", "e4c42fd43ba2bba4"),
          Map.entry("summarise-post/v01.md", "0f7c3d34124014cf"),
          Map.entry("summarise-post/v02.md", "60f9fbd838798d95"));

  @Test
  void published_prompts_and_schemas_are_immutable() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().matches(".*v\\d\\d\\.(md|json)")).toList()) {
        found.put(
            FOLDER.relativize(file).toString().replace('\\', '/'),
            Sha256.of(Files.readString(file)).substring(0, 16));
      }
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(PUBLISHED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summarise-post", "summarise-paper"})
  void the_prompts_of_the_project_can_be_used(String task) {
    Prompt prompt = new Prompts(FOLDER).latest(task);
    assertThat(prompt.version()).isEqualTo(4);
    assertThat(prompt.inputs())
        .containsExactlyInAnyOrder("nonce", "sentences", "source", "title", "voice");
    assertThat(prompt.limits().of("verbatim", 0)).isEqualTo(25);
    assertThat(prompt.system().text()).doesNotContain("{{title}}", "{{sentences}}", "{{source}}");
  }

  /**
   * What a provider gets to read, each prompt once. {@code -Dgolden.write=true} writes the
   * snapshots anew.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "summarise-post",
        "summarise-paper",
        "headline",
        "highlight",
        "intro",
        "subject",
        "redo",
        "repair",
        "rerank",
        "story-judge"
      })
  void every_prompt_is_rendered_as_before(String task) throws IOException {
    Prompt prompt = new Prompts(FOLDER).latest(task);
    Map<String, String> values = new TreeMap<>();
    prompt.inputs().forEach(input -> values.put(input, "<the value of " + input + " {{nonce}}>"));
    String rendered =
        "## system\n%s\n\n## user\n%s\n\n## schema\n%s\n"
            .formatted(
                prompt.system().render(values),
                prompt.user().render(values),
                prompt.schema().root().toPrettyString().replace("\r\n", "\n"));
    Path file =
        Path.of("src/test/resources/prompts", "%s.v%02d.txt".formatted(task, prompt.version()));
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, rendered);
    }
    assertThat(rendered).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summarise-post",
        "summarise-paper",
        "headline",
        "intro",
        "subject",
        "highlight",
        "redo",
        "rerank",
        "story-judge"
      })
  void what_strangers_wrote_stands_in_the_user_message_behind_the_nonce(String task) {
    Prompt prompt = new Prompts(FOLDER).latest(task);
    assertThat(prompt.inputs()).contains("nonce");
    assertThat(prompt.system().variables()).isSubsetOf("nonce", "banned");
    for (String input : prompt.user().variables()) {
      if (!input.equals("nonce")) {
        String before = prompt.user().text().split(Pattern.quote("{{" + input + "}}"))[0];
        assertThat(Math.max(before.lastIndexOf("begins ==="), before.lastIndexOf("begin ===")))
            .as("%s stands between marker lines", input)
            .isGreaterThan(Math.max(before.lastIndexOf("ends ==="), before.lastIndexOf("end ===")));
      }
    }
  }

  @Test
  void limits_are_read_with_the_list_of_banned_phrases() {
    Limits limits = new Prompts(FOLDER).latest("subject").limits();
    assertThat(limits.of("subject_characters", 0)).isEqualTo(60);
    assertThat(limits.of("words", 7)).isEqualTo(7);
    assertThat(limits.banned()).contains("delve", "game-changer").noneMatch(p -> p.contains("#"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limits: 3",
        "limits: { word: 3 }",
        "limits: { words: 0 }",
        "limits: { words: many }",
        "limits: { banned: nowhere.txt }",
        "limits: { banned: 3 }",
      })
  void a_limit_that_nobody_checks_is_refused(String limits, @TempDir Path folder)
      throws IOException {
    String front = FRONT.replace("temperature: 0\n", "temperature: 0\n" + limits + "\n");
    write(folder, front + "\n## system\nx {{a}}\n\n## user\ny\n", "{\"type\":\"string\"}");
    assertThatThrownBy(() -> new Prompts(folder).latest("t"))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("v01.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We delve into caches. | The post tells how caches work. | delve",
        "It delved into caches. | The post tells how caches work. | delve",
        "A game-changer for caches. | Caches get faster. | game-changer",
        "Groundbreaking caches. | Caches get faster. | groundbreaking",
        "The Unlock protocol moves caches. | The Unlock protocol moves caches. | ",
        "The cache is unlocked after 4 ms. | A lock is held for 4 ms, then unlocked. | ",
        "Caches get faster. | Caches get faster. | ",
        "The house rule is kept. | A rule is kept. | house rule",
      })
  void a_banned_phrase_counts_in_every_form_unless_the_source_uses_it(
      String text, String source, @Nullable String phrase) {
    BannedPhrases banned =
        new BannedPhrases(
            new Prompts(FOLDER).latest("intro").limits().banned(), List.of("house rule"));
    assertThat(banned.find(source, text).map(Finding::detail))
        .isEqualTo(
            Optional.ofNullable(phrase)
                .map(p -> "'" + p + "' is a banned phrase that the source does not use."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summarise-post", "summarise-paper", "highlight"})
  void a_model_may_choose_among_the_same_highlights_as_the_rules(String task) {
    List<String> phrases = new ArrayList<>();
    JsonNode schema = new Prompts(FOLDER).latest(task).schema().root();
    schema.at("/properties/highlight/enum").forEach(phrase -> phrases.add(phrase.asText()));
    assertThat(phrases).startsWith(new Highlights().phrases().toArray(new String[0]));
    assertThat(phrases.getLast()).isEqualTo("nobody in particular");
    assertThat(phrases).hasSize(new Highlights().phrases().size() + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "temperature: 0     | temperature: zero   | 'temperature' must be a number from 0 to 2.",
        "temperature: 0     | temperature: 9      | 'temperature' must be a number from 0 to 2.",
        "temperature: 0     | temperature: .nan   | 'temperature' must be a number from 0 to 2.",
        "temperature: 0     | temperatur: 0       | 'temperatur' is not known;",
        "temperature: 0     | temperature: [0     | the front matter is not YAML.",
      })
  void a_mistake_in_the_front_matter_is_named_with_its_line(
      String right, String wrong, String told, @TempDir Path folder) throws IOException {
    String front = FRONT.replace(right, wrong);
    int line = front.substring(0, front.indexOf(wrong)).split("\n", -1).length;
    write(folder, front + "\n## system\nx {{a}}\n\n## user\ny\n", "{\"type\":\"string\"}");

    assertThatThrownBy(() -> new Prompts(folder).latest("t"))
        .isInstanceOf(PromptException.class)
        .hasMessageMatching(
            "(?s).*v01\\.md:"
                + (wrong.contains("[") ? "\\d+" : line)
                + ": "
                + Pattern.quote(told)
                + ".*")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void values_are_never_read_again() {
    PromptTemplate template = new PromptTemplate("{{title}} by {{source}} $1 \\ {{title}}");
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
