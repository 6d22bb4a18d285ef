package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Labels;
import dev.mldigest.domain.settings.Evergreen;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  static final String MINIMAL =
      """
      title: Weekly
      time-zone: Europe/Berlin
      audience:
        description: Practitioners.
      issue:
        sections:
          - id: papers
            slots: 4
      sources:
        - id: a
          kind: blog
          url: https://a.example/feed.xml
          section: papers
      """;

  @TempDir Path folder;

  @Test
  void an_editor_may_ask_for_evergreens_and_for_a_little_recency() {
    Settings settings =
        valid(
            MINIMAL
                .replace("issue:\n", "issue:\n  evergreen: { most: 2, weeks: 26 }\n")
                .replace("Practitioners.\n", "Practitioners.\n  recency: mild\n"));
    assertThat(settings.slots().evergreen()).isEqualTo(new Evergreen(2, 26));
    assertThat(settings.audience().recency()).isEqualTo(Settings.Recency.MILD);
    Settings off = valid(MINIMAL.replace("Practitioners.\n", "Practitioners.\n  recency: off\n"));
    assertThat(off.audience().recency()).isEqualTo(Settings.Recency.OFF);
    assertThat(off.slots().evergreen().most()).isZero();
  }

  @Test
  void labels_and_what_readers_are_told_of_the_coverage_are_read() {
    Settings settings =
        valid(
            MINIMAL.replace(
                "issue:\n",
                """
                language: de
                labels: { also-seen: Auch gesehen }
                issue:
                  show-coverage: true
                  spill: false
                """));
    assertThat(settings.labels())
        .isEqualTo(new Labels("de", true, Map.of("also-seen", "Auch gesehen")));
    assertThat(settings.slots().spill()).isFalse();
  }

  @Test
  void what_is_absent_has_its_documented_default() {
    Settings settings = valid(MINIMAL);
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings.audience().wanted()).isEmpty();
    assertThat(settings.audience().unfiltered()).isEmpty();
    assertThat(settings.slots())
        .isEqualTo(
            new Slots(
                12,
                2,
                15,
                48,
                Evergreen.OFF,
                true,
                List.of(new SectionRule("papers", "papers", 4, 0))));
    assertThat(settings.labels()).isEqualTo(Labels.ENGLISH);
    assertThat(settings.schedule())
        .isEqualTo(
            new Settings.Schedule(Duration.ofMinutes(30), DayOfWeek.MONDAY, LocalTime.of(7, 0)));
    assertThat(settings.network())
        .isEqualTo(
            new Network(
                "",
                true,
                new Network.Call(Duration.ofSeconds(15), 10_000_000),
                new Network.PerHost(2, Duration.ZERO),
                null,
                List.of(),
                Network.Polling.USUAL));
    assertThat(settings.model())
        .isEqualTo(
            new LanguageModel(
                LanguageModel.Provider.NONE,
                null,
                "",
                null,
                new LanguageModel.Calls(Duration.ofSeconds(60), 4, 0, 200_000)));
    assertThat(settings.sources())
        .containsExactly(
            new Source(
                "a",
                "a",
                SourceKind.BLOG,
                URI.create("https://a.example/feed.xml"),
                "papers",
                1.0,
                List.of(),
                null));
  }

  @Test
  void filters_are_switched_off_by_name() {
    String file =
        MINIMAL.replace("audience:\n", "audience:\n  filters: { job: off, subject: on }\n");
    assertThat(valid(file).audience().unfiltered()).containsExactly(Filter.JOB);
    assertThat(mistakes(file.replace("job: off", "jobs: off")).getFirst())
        .contains("unknown key 'jobs', did you mean 'job'?");
    assertThat(mistakes(file.replace("job: off", "job: never")).getFirst())
        .contains("unknown setting 'never'", "must be one of on, off");
  }

  @Test
  void what_is_given_is_read() {
    Settings settings =
        valid(
            MINIMAL
                + """
                  - id: arxiv
                    title: arXiv
                    kind: arxiv
                    categories: [cs.LG, stat.ML, quant-ph]
                    section: papers
                    weight: 2
                    selector: "article .body"
                    round-up: pick
                language: de-CH
                schedule: { harvest-every: 1d, day: friday, time: 23:59 }
                network:
                  contact: editor@example.org
                  articles: false
                  deadline: 2s
                  per-host: 8
                  per-host-gap: 500ms
                  max-bytes: 1MiB
                  proxy: http://127.0.0.1:8888
                  allow-private: [127.1.2.3/16, "fd00:1::/32"]
                model:
                  provider: anthropic
                  base-url: http://127.0.0.1:9/v1
                  name: some-model
                  deadline: 10m
                  concurrency: 64
                  max-output-tokens: 1
                  max-tokens-per-issue: 5
                  prices: { input: 0.75, output: 4, currency: EUR, as-of: 2026-10-01 }
                """);
    assertThat(settings.language()).isEqualTo("de-CH");
    assertThat(settings.schedule())
        .isEqualTo(
            new Settings.Schedule(Duration.ofDays(1), DayOfWeek.FRIDAY, LocalTime.of(23, 59)));
    assertThat(settings.network())
        .isEqualTo(
            new Network(
                "editor@example.org",
                false,
                new Network.Call(Duration.ofSeconds(2), 1_048_576),
                new Network.PerHost(8, Duration.ofMillis(500)),
                URI.create("http://127.0.0.1:8888"),
                List.of("127.1.0.0/16", "fd00:1:0:0:0:0:0:0/32"),
                Network.Polling.USUAL));
    assertThat(settings.model().prices()).isEqualTo(new Prices(0.75, 4, "EUR", "2026-10-01"));
    assertThat(settings.model().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9/v1"));
    Source arxiv = settings.source("arxiv").orElseThrow();
    assertThat(arxiv.url()).isEqualTo(URI.create("https://export.arxiv.org/api/query"));
    assertThat(arxiv.categories()).containsExactly("cs.LG", "stat.ML", "quant-ph");
    assertThat(arxiv.weight()).isEqualTo(2.0);
    assertThat(arxiv.selector()).isEqualTo("article .body");
    assertThat(arxiv.roundUps()).isEqualTo(Source.RoundUps.PICK);
  }

  @Test
  void the_environment_goes_before_the_file() {
    Map<String, String> environment =
        Map.of(
            "DIGEST_MODEL_PROVIDER", "openai",
            "DIGEST_MODEL_BASE_URL", "http://127.0.0.1:1/v1",
            "DIGEST_MODEL_NAME", "other",
            "DIGEST_MODEL_API_KEY", "sk-env");
    LanguageModel model = valid(MINIMAL + "model: { name: mine }\n", environment).model();
    assertThat(model.provider()).isEqualTo(LanguageModel.Provider.OPENAI);
    assertThat(model.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:1/v1"));
    assertThat(model.name()).isEqualTo("other");
    assertThat(Objects.requireNonNull(model.apiKey()).value()).isEqualTo("sk-env");
    assertThat(model.toString()).doesNotContain("sk-env");
  }

  @Test
  void a_mistake_in_the_environment_names_its_variable() {
    Map<String, String> environment =
        Map.of("DIGEST_MODEL_PROVIDER", "opnai", "DIGEST_MODEL_BASE_URL", "ftp://x/");
    assertThat(mistakes(MINIMAL, environment))
        .containsExactly(
            "DIGEST_MODEL_PROVIDER: the value has the unknown provider 'opnai',"
                + " did you mean 'openai'?",
            "DIGEST_MODEL_BASE_URL: the value must begin with https:// or http://");
    assertThat(mistakes(MINIMAL, Map.of("DIGEST_MODEL_PROVIDER", "openai")))
        .containsExactly("DIGEST_MODEL_NAME: the model's name for provider 'openai' is missing");
  }

  @Test
  void keys_come_from_the_environment_or_from_a_file_beside_feeds_yaml() throws Exception {
    Files.writeString(folder.resolve("key.txt"), "sk-file\n");
    String model = "model: { provider: openai, name: m, api-key: { %s } }\n";
    assertThat(key(model.formatted("env: MY_KEY"), Map.of("MY_KEY", " sk-one ")))
        .isEqualTo("sk-one");
    assertThat(key(model.formatted("file: key.txt"), Map.of())).isEqualTo("sk-file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ env: MY_KEY } | 1:52: 'env' names the environment variable MY_KEY, which is not set",
        "{ env: 'sk 1' } | 1:52: 'env' must be the name of an environment variable",
        "{ file: nowhere } | 1:53: 'file' names the file nowhere, which cannot be read",
        "{ file: a, env: B } | 1:45: 'api-key' must be { env: NAME } or { file: PATH }",
        "{ value: sk-secret } | 1:47: unknown key 'value'",
        "sk-secret | 1:45: 'api-key' must not hold the key itself: put it in the environment and"
            + " write { env: NAME_OF_THE_VARIABLE }",
        "[] | 1:45: 'api-key' must hold keys such as 'env'"
      })
  void a_key_that_cannot_be_had_is_a_mistake_that_never_shows_it(String key, String mistake) {
    String yaml = "model: {provider: openai, name: m, api-key: " + key + "}\n" + MINIMAL;
    assertThat(mistakes(yaml, Map.of())).contains("feeds.yaml:" + mistake);
    assertThat(String.join("\n", mistakes(yaml, Map.of()))).doesNotContain("sk-secret");
  }

  @Test
  void services_are_known_by_name() {
    LanguageModel ollama = valid(MINIMAL + "model: { provider: ollama, name: qwen3 }\n").model();
    assertThat(ollama.provider()).isEqualTo(LanguageModel.Provider.OLLAMA);
    assertThat(ollama.baseUrl()).isNull();
    assertThat(ollama.calls()).isEqualTo(LanguageModel.Calls.SMALL);
    assertThat(valid(MINIMAL + "model: { provider: llama.cpp, name: m }\n").model().provider())
        .isEqualTo(LanguageModel.Provider.LLAMA_CPP);
    assertThat(mistakes(MINIMAL + "model: { provider: olama, name: m }\n", Map.of()))
        .singleElement()
        .asString()
        .endsWith("did you mean 'ollama'?");
  }

  @Test
  void azure_needs_an_address_and_may_have_a_version() {
    String azure = "model: { provider: azure, name: m%s }\n";
    assertThat(mistakes(MINIMAL + azure.formatted(""), Map.of()))
        .singleElement()
        .asString()
        .contains("'base-url' is missing", "openai.azure.com");
    assertThat(
            valid(
                    MINIMAL
                        + azure.formatted(
                            ", base-url: \"https://r.openai.azure.com\", api-version: 2024-10-21"))
                .model()
                .baseUrl())
        .isEqualTo(URI.create("https://r.openai.azure.com?api-version=2024-10-21"));
  }

  @Test
  void what_a_model_may_think_is_said_beside_its_answer() {
    LanguageModel model =
        valid(
                MINIMAL
                    + "model: { provider: openai, name: m, max-output-tokens: 900, thinking-tokens:"
                    + " 3000, reasoning-effort: low }\n")
            .model();
    assertThat(model.calls().answer(700)).isEqualTo(900);
    assertThat(model.calls().thinking()).isEqualTo(new LanguageModel.Thinking(3000, "low"));
    assertThat(LanguageModel.Calls.USUAL.answer(700)).isEqualTo(700);
  }

  @Test
  void a_company_s_certificates_are_a_file_beside_feeds_yaml() throws Exception {
    Path pem = dev.mldigest.fetch.Certificates.make(folder).pem(folder);
    Files.writeString(folder.resolve("empty.pem"), "");
    Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
    assertThat(valid(MINIMAL + "network: { ca-file: " + pem + " }\n").network().authorities())
        .isEqualTo(pem);
    for (String other : List.of("nowhere.pem", "empty.pem", "text.pem")) {
      assertThat(
              mistakes(MINIMAL + "network: { ca-file: " + folder.resolve(other) + " }\n", Map.of()))
          .singleElement()
          .asString()
          .contains("'ca-file' names a file");
    }
  }

  @Test
  void a_missing_key_is_no_mistake_where_no_model_is_asked() {
    assertThat(valid(MINIMAL + "model: { api-key: { env: UNSET } }\n").model().apiKey()).isNull();
  }

  @Test
  void all_mistakes_are_reported_at_once_in_the_order_of_the_file() {
    assertThat(
            mistakes(
                """
                title: Weekly
                time-zone: Europe/Berln
                audience: { description: x, wnated: [] }
                issue:
                  picks: 1
                  sections:
                    - { id: papers, slotz: 4, slots: 4, at-least: 5 }
                    - { id: papers, slots: 60 }
                schedule: { harvest-every: 5m, day: mondya, time: 7am }
                sources:
                  - { id: a, kind: blogg, url: https://a.example/, section: papers }
                  - { id: a, kind: blog, url: ftp://a.example/, section: paper }
                  - { kind: arxiv, section: papers }
                  - { id: c, kind: news, url: https://c.example/, section: papers, categories: [cs.LG] }
                """))
        .containsExactly(
            "feeds.yaml:2:12: 'time-zone' has the unknown zone 'Europe/Berln',"
                + " did you mean 'Europe/Berlin'?",
            "feeds.yaml:3:29: unknown key 'wnated', did you mean 'wanted'?",
            "feeds.yaml:5:10: 'picks' cannot be kept: the sections promise at least 5 items"
                + " and 'picks' is 1",
            "feeds.yaml:7:21: unknown key 'slotz', did you mean 'slots'?",
            "feeds.yaml:7:51: 'at-least' must not be more than 'slots', which is 4",
            "feeds.yaml:8:13: 'id' is used twice: 'papers' stands on line 7 already",
            "feeds.yaml:8:28: 'slots' must be a whole number from 1 to 50",
            "feeds.yaml:9:28: 'harvest-every' must be a duration from 15m to 7d, such as 7d",
            "feeds.yaml:9:37: 'day' has the unknown day 'mondya', did you mean 'monday'?",
            "feeds.yaml:9:51: 'time' must be a time of day such as \"07:00\"",
            "feeds.yaml:11:20: 'kind' has the unknown kind 'blogg', did you mean 'blog'?",
            "feeds.yaml:12:11: 'id' is used twice: 'a' stands on line 11 already",
            "feeds.yaml:12:31: 'url' must begin with https:// or http://",
            "feeds.yaml:12:58: 'section' names the section 'paper', which 'issue.sections' does"
                + " not have, did you mean 'papers'?",
            "feeds.yaml:13:5: 'id' is missing",
            "feeds.yaml:13:5: 'categories' is missing",
            "feeds.yaml:14:80: 'categories' belongs to sources of kind 'arxiv' only");
  }

  @Test
  void every_required_key_that_is_missing_is_named() {
    assertThat(mistakes("language: en\n"))
        .containsExactly(
            "feeds.yaml:1:1: 'title' is missing",
            "feeds.yaml:1:1: 'time-zone' is missing",
            "feeds.yaml:1:1: 'audience' is missing",
            "feeds.yaml:1:1: 'issue' is missing",
            "feeds.yaml:1:1: 'sources' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: [a] | 1:8: 'title' must be text (put it in quotes)",
        "title: 7 | 1:8: 'title' must be text (put it in quotes)",
        "title: | 1:7: 'title' has no value: write one or remove the key",
        "title: '  ' | 1:8: 'title' is empty",
        "issue: 3 | 1:8: 'issue' must hold keys such as 'picks'",
        "issue: { picks: '3' } | 1:17: 'picks' must be a whole number from 1 to 50",
        "issue: { picks: 3.5 } | 1:17: 'picks' must be a whole number from 1 to 50",
        "issue: { picks: 99999999999999999999999 } | 1:17: 'picks' must be a whole number from 1"
            + " to 50",
        "issue: { sections: [] } | 1:20: 'sections' must hold at least one item",
        "issue: { sections: a } | 1:20: 'sections' must be a list",
        "issue: { sections: [a] } | 1:21: an item of 'sections' must hold keys such as 'id'",
        "network: { articles: yes } | 1:22: 'articles' must be true or false",
        "network: { deadline: 3 } | 1:22: 'deadline' must be a duration from 1s to 120s, such as"
            + " 120s",
        "network: { deadline: 121s } | 1:22: 'deadline' must be a duration from 1s to 120s, such as"
            + " 120s",
        "network: { max-bytes: 99KB } | 1:23: 'max-bytes' must be a size from 100KB to 100MB, such"
            + " as 10MB",
        "network: { max-bytes: 10XB } | 1:23: 'max-bytes' must be a size from 100KB to 100MB, such"
            + " as 10MB",
        "network: { allow-private: [10.0.0.0/33] } | 1:28: 'allow-private' must hold address blocks"
            + " such as 127.1.0.0/16, '10.0.0.0/33' is none",
        "network: { allow-private: [127.1/16] } | 1:28: 'allow-private' must hold address blocks"
            + " such as 127.1.0.0/16, '127.1/16' is none",
        "network: { allow-private: [localhost/8] } | 1:28: 'allow-private' must hold address blocks"
            + " such as 127.1.0.0/16, 'localhost/8' is none",
        "network: { proxy: https://p.example:1 } | 1:19: 'proxy' must be http://HOST:PORT",
        "network: { contact: me } | 1:21: 'contact' must be an http(s) address or a mail address",
        "model: { base-url: 'https://me:pw@x/' } | 1:20: 'base-url' must not hold a user name or"
            + " password",
        "model: { base-url: 'https:///x' } | 1:20: 'base-url' has no valid host",
        "model: { base-url: 'https://x/ y' } | 1:20: 'base-url' is not a valid address: illegal"
            + " character in path",
        "model: { provider: openai } | 1:8: 'name' is missing: the model's name for provider"
            + " 'openai' is missing",
        "model: { prices: { input: -1 } } | 1:27: 'input' must be a number from 0.0 to 10000.0",
        "language: english please | 1:11: 'language' must be a language tag such as en or de-CH",
        "time-zone: Berlin | 1:12: 'time-zone' has the unknown zone 'Berlin', did you mean"
            + " 'Europe/Berlin'?",
        "language: *a | 1:11: aliases are not understood here: repeat the value",
        "title: 'x | 1:8: not valid YAML: while scanning a quoted scalar, found unexpected end of"
            + " stream",
        "? [a] : b | 1:3: a key must be a word",
        "titel: x | 1:1: unknown key 'titel', did you mean 'title'?"
      })
  void a_mistake_is_shown_at_its_place(String line, String mistake) {
    List<String> lines = lines(line + "\n");
    assertThat(lines).contains("feeds.yaml:" + mistake);
  }

  @Test
  void a_key_given_twice_is_a_mistake() {
    assertThat(mistakes(MINIMAL + "title: Again\n"))
        .containsExactly("feeds.yaml:14:1: the key 'title' is given twice");
  }

  @Test
  void an_alias_is_refused_before_it_can_multiply() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n";
    assertThat(mistakes(bomb))
        .containsExactly("feeds.yaml:2:8: aliases are not understood here: repeat the value");
  }

  @Test
  @Timeout(30)
  void hostile_documents_end_quickly_with_one_sentence() {
    assertThat(mistakes("a: " + "[".repeat(15_000)))
        .containsExactly("feeds.yaml:1:23: nested deeper than 20 levels");
    assertThat(mistakes("a: " + "{a: ".repeat(4_000))).hasSize(1);
    assertThat(mistakes("- ".repeat(9_000))).hasSize(1);
    assertThat(mistakes("x".repeat(4_000_000))).hasSize(1);
    assertThat(mistakes("title: a\nk" + "y".repeat(1_000_000) + ": 1\n"))
        .containsExactly("feeds.yaml:2:1: the line is longer than 20000 characters");
    assertThat(mistakes("k: " + "y yyyyyyyy\n  ".repeat(200_000))).isNotEmpty();
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      keys.append("key").append(i).append(": 1\n");
    }
    assertThat(mistakes(keys.toString())).hasSize(51).last().asString().endsWith(" more");
  }

  @Test
  void files_that_are_none_say_so() throws Exception {
    Path missing = folder.resolve("none.yaml");
    assertThat(invalid(new SettingsReader().read(missing, Map.of())))
        .containsExactly(missing + ": the file does not exist; name another with --config FILE");
    assertThat(invalid(new SettingsReader().read(folder, Map.of())))
        .containsExactly(folder + ": the file cannot be read");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "title: a\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(invalid(new SettingsReader().read(latin, Map.of())))
        .containsExactly(
            latin + ":2:7: not UTF-8 from here on: save the file with the encoding UTF-8");
    assertThat(mistakes("")).containsExactly("feeds.yaml:1:1: the file is empty");
    assertThat(mistakes("# only a comment\n")).containsExactly("feeds.yaml:1:1: the file is empty");
    assertThat(mistakes("- a\n"))
        .containsExactly("feeds.yaml:1:1: the file must hold keys such as 'title:' and 'sources:'");
    assertThat(mistakes("title: a\nx: b\u0007c\n"))
        .containsExactly("feeds.yaml:2:5: not valid YAML: a control character");
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_no_mistake() {
    assertThat(valid("\uFEFF" + MINIMAL.replace("\n", "\r\n")).title()).isEqualTo("Weekly");
  }

  private String key(String model, Map<String, String> environment) throws Exception {
    Path file = Files.writeString(folder.resolve("feeds.yaml"), MINIMAL + model);
    return switch (new SettingsReader().read(file, environment)) {
      case SettingsReading.Valid(Settings settings) ->
          Objects.requireNonNull(settings.model().apiKey()).value();
      case SettingsReading.Invalid(List<String> mistakes) -> String.join("\n", mistakes);
    };
  }

  static Settings valid(String yaml) {
    return valid(yaml, Map.of());
  }

  static Settings valid(String yaml, Map<String, String> environment) {
    return switch (new SettingsReader().read("feeds.yaml", yaml, environment)) {
      case SettingsReading.Valid(Settings settings) -> settings;
      case SettingsReading.Invalid(List<String> mistakes) ->
          throw new AssertionError(String.join("\n", mistakes));
    };
  }

  static List<String> mistakes(String yaml) {
    return mistakes(yaml, Map.of());
  }

  static List<String> mistakes(String yaml, Map<String, String> environment) {
    return invalid(new SettingsReader().read("feeds.yaml", yaml, environment));
  }

  /** The mistakes of one line before the minimal file, which lacks what the line gives. */
  private static List<String> lines(String line) {
    String key = line.substring(0, Math.max(0, line.indexOf(':')));
    boolean block = List.of("issue", "title", "time-zone").contains(key);
    String rest = block ? "" : MINIMAL;
    return mistakes(line + rest);
  }

  private static List<String> invalid(SettingsReading reading) {
    return switch (reading) {
      case SettingsReading.Invalid(List<String> mistakes) -> mistakes;
      case SettingsReading.Valid valid -> List.of();
    };
  }
}
