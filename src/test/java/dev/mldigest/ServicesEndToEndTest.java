package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.PickyService;
import dev.mldigest.testkit.PickyService.Answer;
import dev.mldigest.testkit.PickyService.Asked;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A week with each service that is known by name, played as its documentation and its users'
 * reports say that it answers. Whatever it wants, every item has its summary by the model.
 */
class ServicesEndToEndTest {
  private static final String CLAIMS =
      """
      {"claims":[{"claim":"Two approaches failed: caching embeddings across tenants, and retraining the \
      ranker on clicks alone.","sentenceIds":[5],"quote":"Two approaches failed"},{"claim":"Training cost \
      fell as well, because the new batch size kept the accelerators busy during evaluation.",\
      "sentenceIds":[4],"quote":"Training cost fell as well"}]}\
      """;

  private static final String TEXT = TextNode.valueOf(CLAIMS).toString();

  record Service(String name, String path, List<String> keys, PickyService.Ways ways) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Answer says(String message, String finish) {
    return new Answer(
        200,
        "{\"id\":\"1\",\"choices\":[{\"index\":0,\"message\":%s,\"finish_reason\":%s}],\"usage\":{\"prompt_tokens\":1900,\"completion_tokens\":120}}"
            .formatted(message, finish));
  }

  private static Answer content(String content) {
    return says(
        "{\"role\":\"assistant\",\"content\":" + TextNode.valueOf(content) + "}", "\"stop\"");
  }

  private static Answer no(int status, String message) {
    return new Answer(status, "{\"error\":{\"message\":" + TextNode.valueOf(message) + "}}");
  }

  private static Service service(String name, String path, PickyService.Ways ways) {
    return new Service(name, path, List.of(), ways);
  }

  private static String format(Asked asked) {
    return asked.body().path("response_format").path("type").asText();
  }

  private static Answer openAi(Asked asked) {
    if (asked.has("max_tokens") || asked.has("temperature")) {
      return no(400, "Unsupported parameter: 'max_tokens' or 'temperature'.");
    }
    if (asked.body().path("max_completion_tokens").asInt() < 3_000) {
      return new Answer(
          200,
          "{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":1900,\"completion_tokens\":700,\"completion_tokens_details\":{\"reasoning_tokens\":700}}}");
    }
    return content(CLAIMS);
  }

  private static Answer anthropic(Asked asked) {
    if (asked.has("output_config")) {
      return no(400, "output_config: Extra inputs are not permitted");
    }
    if (asked.has("temperature")) {
      return no(400, "`temperature` is deprecated for this model.");
    }
    return new Answer(
        200,
        "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\"},{\"type\":\"text\",\"text\":"
            + TEXT
            + "}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1900,\"output_tokens\":120}}");
  }

  private static Answer lmStudio(Asked asked) {
    return switch (format(asked)) {
      case "json_schema" -> no(400, "The schema could not be turned into a grammar.");
      case "json_object" -> no(400, "'response_format.type' must be 'json_schema' or 'text'");
      default -> content("Here is the summary:\n\n```json\n" + CLAIMS + "\n```\nDone.");
    };
  }

  static List<Service> services() {
    List<Service> all = new ArrayList<>();
    all.add(service("openai", "/v1", ServicesEndToEndTest::openAi));
    all.add(
        new Service(
            "azure",
            "",
            List.of("api-version: 2024-10-21"),
            asked ->
                asked
                            .path()
                            .startsWith(
                                "/openai/deployments/test-model/chat/completions?api-version")
                        && asked.key().equals("key")
                    ? openAi(asked)
                    : no(404, "Resource not found")));
    all.add(service("anthropic", "/v1", ServicesEndToEndTest::anthropic));
    all.add(
        service(
            "gemini",
            "/v1beta/openai",
            asked ->
                asked.text().contains("\"additionalProperties\"")
                    ? new Answer(
                        400,
                        "[{\"error\":{\"code\":400,\"message\":\"Invalid JSON payload received."
                            + " Unknown name \\\"additionalProperties\\\" at 'schema': Cannot find"
                            + " field.\"}}]")
                    : says("{\"content\":" + TEXT + "}", "\"STOP\"")));
    all.add(
        service(
            "mistral",
            "/v1",
            asked ->
                asked.text().contains("\"strict\"")
                    ? new Answer(
                        422,
                        "{\"object\":\"error\",\"message\":{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"response_format\",\"json_schema\",\"strict\"],\"msg\":\"Extra"
                            + " inputs are not permitted\",\"input\":true}]}}")
                    : says(
                        "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]},{\"type\":\"text\",\"text\":"
                            + TEXT
                            + "}]}",
                        "\"stop\"")));
    all.add(
        service(
            "groq",
            "/openai/v1",
            asked ->
                format(asked).equals("json_schema")
                    ? no(400, "This model does not support response format `json_schema`.")
                    : content("<think>\n{hm}\n</think>\n" + CLAIMS)));
    all.add(
        service(
            "openrouter",
            "/api/v1",
            asked ->
                asked.has("temperature")
                    ? new Answer(
                        400,
                        "{\"error\":{\"message\":\"Provider returned"
                            + " error\",\"code\":400,\"metadata\":{\"raw\":\"{\\\"error\\\":{\\\"message\\\":\\\"temperature"
                            + " is not supported\\\"}}\"}}}")
                    : says("{\"content\":\"\",\"reasoning\":" + TEXT + "}", "null")));
    all.add(
        service(
            "deepseek",
            "",
            asked ->
                format(asked).equals("json_schema")
                    ? no(400, "This response_format type is unavailable now")
                    : says("{\"content\":" + TEXT + ",\"reasoning_content\":\"hm\"}", "\"stop\"")));
    all.add(
        service(
            "together",
            "/v1",
            asked ->
                says("{\"content\":" + TextNode.valueOf(CLAIMS + "<|eot_id|>") + "}", "\"eos\"")));
    all.add(
        service(
            "ollama",
            "",
            asked ->
                asked.path().startsWith("/v1/")
                    ? content(
                        "<think>\n\n</think>\n\n" + CLAIMS.replace("}]}", "}],\"for\":\"all\"}"))
                    : new Answer(404, "404 page not found")));
    all.add(
        service(
            "vllm",
            "/v1",
            asked -> says("{\"content\":null,\"reasoning_content\":" + TEXT + "}", "\"stop\"")));
    all.add(
        service(
            "llama.cpp",
            "",
            asked ->
                asked.text().contains("\"role\":\"system\"")
                    ? no(500, "Conversation roles must alternate user/assistant")
                    : content(CLAIMS)));
    all.add(service("lm-studio", "/v1", ServicesEndToEndTest::lmStudio));
    return all;
  }

  static String block(Service service, PickyService picky) {
    StringBuilder yaml = new StringBuilder("model:\n  name: test-model\n");
    yaml.append("  provider: ").append(service.name()).append('\n');
    yaml.append("  base-url: \"").append(picky.address()).append(service.path()).append("\"\n");
    yaml.append("  api-key: { file: key.txt }\n");
    service.keys().forEach(key -> yaml.append("  ").append(key).append('\n'));
    return yaml.toString();
  }

  @ParameterizedTest
  @MethodSource("services")
  void every_item_of_a_week_is_summarised_whatever_the_service_wants(
      Service service, @TempDir Path folder) throws Exception {
    try (Internet internet = new Internet();
        PickyService picky = new PickyService(service.ways())) {
      Files.writeString(folder.resolve("key.txt"), "key");
      Program program =
          new Program(
              folder, internet.configuration(block(service, picky)), Internet.NOW.toString());
      Ended ended = program.run();
      assertThat(ended.code()).as(ended.err()).isZero();
      Map<String, Integer> by = writers(program);
      System.out.println(
          service
              + ": "
              + picky.calls()
              + " calls, "
              + picky.refused()
              + " refused, "
              + by
              + "; "
              + header(program));
      assertThat(by).containsOnlyKeys("test-model");
      int refused = picky.refused();
      program.run("--redo");
      assertThat(picky.refused()).as("refused again").isEqualTo(refused);
    }
  }

  private static String header(Program program) throws Exception {
    return Files.readString(program.digest(Internet.WEEK))
        .lines()
        .filter(line -> line.startsWith("model:") || line.contains("test-model"))
        .findFirst()
        .orElse("");
  }

  /** How many items have their summary by whom. */
  private static Map<String, Integer> writers(Program program) throws Exception {
    JsonNode issue =
        new ObjectMapper()
            .readTree(program.digest(Internet.WEEK).resolveSibling("issue.json").toFile());
    Map<String, Integer> by = new TreeMap<>();
    issue
        .path("sections")
        .forEach(section ->
            section
                .path("items")
                .forEach(item ->
                    by.merge(item.path("summary").path("by").asText("offline"), 1, Integer::sum)));
    return by;
  }

  @Test
  void every_service_that_is_known_by_name_is_played() {
    List<String> known = new ArrayList<>();
    for (var provider : LanguageModel.Provider.values()) {
      known.add(provider.word());
    }
    known.remove("none");
    assertThat(services()).extracting(Service::name).containsExactlyInAnyOrderElementsOf(known);
  }
}
