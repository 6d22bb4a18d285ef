package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the provider does, a whole week's digest is made: the one that is made without a model,
 * byte for byte but for what it says of the model; the exit code is defined and the cause is named.
 * What becomes of a single call is GatewayTest's.
 */
class FaultListTest {
  private static final String NOW = Internet.NOW.toString();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Internet internet = new Internet();
  private static String plain = "";

  @TempDir Path folder;

  @BeforeAll
  static void without_a_model(@TempDir Path other) throws Exception {
    Program program = new Program(other, internet.configuration(""), NOW);
    program.run();
    plain = body(Files.readString(program.digest(Internet.WEEK)));
  }

  @BeforeEach
  void forget() {
    internet.server().resetRequests();
  }

  @AfterAll
  static void disconnect() {
    internet.close();
  }

  private static ResponseDefinitionBuilder ok(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private static ResponseDefinitionBuilder says(String content, String finish) {
    ObjectNode envelope = MAPPER.createObjectNode();
    ObjectNode choice = envelope.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", content);
    envelope.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20);
    return ok(envelope.toString());
  }

  private static ResponseDefinitionBuilder error(int status, String code) {
    return aResponse().withStatus(status).withBody("{\"error\":{\"code\":\"" + code + "\"}}");
  }

  static Stream<Arguments> faults() {
    String invented =
        "{\"claims\":[{\"claim\":\"Atlantis sank.\",\"sentenceIds\":[1],\"quote\":\"Atlantis\"}],"
            + "\"highlight\":\"none\"}";
    return Stream.of(
        Arguments.of(
            "429 for a day",
            error(429, "x").withHeader("Retry-After", "86400"),
            "wants no calls|429"),
        Arguments.of(
            "429, a date in a year",
            error(429, "x").withHeader("Retry-After", "Sun, 21 Nov 2027 10:00:00 GMT"),
            "wants no calls|429"),
        Arguments.of("quota used up", error(429, "insufficient_quota"), "quota is used up"),
        Arguments.of("503", error(503, "x"), "503|failed 8 times"),
        Arguments.of("529", error(529, "x"), "529|failed 8 times"),
        Arguments.of("401", error(401, "x"), "refuses the key .*check the API key"),
        Arguments.of("404", error(404, "x"), "check 'base-url'"),
        Arguments.of("400", error(400, "x"), "400"),
        Arguments.of("413", error(413, "x"), "413"),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "connection"),
        Arguments.of("empty", aResponse().withFault(Fault.EMPTY_RESPONSE), "connection"),
        Arguments.of(
            "bad chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), "connection"),
        Arguments.of("silent", says("{}", "stop").withFixedDelay(20_000), "within 1000 ms"),
        Arguments.of(
            "dribbled body",
            says("{}", "stop").withChunkedDribbleDelay(40, 20_000),
            "within 1000 ms"),
        Arguments.of("huge body", ok("x".repeat(3 << 20)), "connection"),
        Arguments.of("HTML", ok("<html>busy</html>"), "at this address|check 'base-url'"),
        Arguments.of("no body", ok(""), "not one of its kind"),
        Arguments.of(
            "an error object", ok("{\"error\":{\"message\":\"no\"}}"), "not one of its kind"),
        Arguments.of("no choices", ok("{\"choices\":[]}"), "not one of its kind"),
        Arguments.of("cut answer", says(invented, "length"), "output limit"),
        Arguments.of("content filter", says(invented, "content_filter"), "filter declined"),
        Arguments.of("blank", says(" ", "stop"), "answer is empty"),
        Arguments.of("unknown end", says(invented, "banana"), "must be at least 2"),
        Arguments.of("tool calls", says(invented, "tool_calls"), "must be at least 2"),
        Arguments.of("prose", says("Sorry, I cannot.", "stop"), "not exactly one JSON"),
        Arguments.of("two values", says("{}{}", "stop"), "not exactly one JSON"),
        Arguments.of("deep nesting", says("[".repeat(9_000), "stop"), "not exactly one JSON"),
        Arguments.of(
            "half a character",
            says("{\"claims\":\"\\ud800\"}", "stop"),
            "half a character|must be"),
        Arguments.of("another shape", says("{\"claims\":7}", "stop"), "\\$"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void the_digest_is_made_and_the_cause_is_named(
      String name, ResponseDefinitionBuilder response, String cause) throws Exception {
    internet.provider(response);
    Program program = program("");

    Ended ended = program.run("--json");

    assertThat(ended.code()).as(ended.err()).isEqualTo(8);
    assertThat(ended.err()).containsPattern(cause);
    JsonNode report = MAPPER.readTree(ended.out());
    assertThat(report.path("modelTroubles").toString()).containsPattern(cause);
    assertThat(report.path("model").path("answered").asInt()).isZero();
    String digest = Files.readString(program.digest(Internet.WEEK));
    assertThat(body(digest)).isEqualTo(plain);
    assertThat(digest).doesNotContain("Atlantis");
  }

  @Test
  void a_spent_budget_is_an_exit_code_of_its_own_and_stays_spent() throws Exception {
    internet.provider(says("{}", "length"));
    Program program = program("  max-tokens-per-issue: 1000\n");

    Ended ended = program.run();
    int calls = internet.modelCalls().size();

    assertThat(ended.code()).as(ended.err()).isEqualTo(7);
    assertThat(ended.err()).contains("limit of 1000 tokens");
    assertThat(program.run("--redo").code()).isEqualTo(7);
    assertThat(internet.modelCalls()).hasSize(calls);
  }

  @Test
  void what_a_run_cost_is_shown_by_week_and_task() throws Exception {
    Program program =
        program("  prices: { input: 1, output: 10, currency: USD, as-of: 2025-01-01 }\n");
    assertThat(Program.call(program.arguments("run", "--dry-run")).err())
        .contains("at most 5 items")
        .contains("2025-01-01 are more than 180 days old");
    assertThat(internet.modelCalls()).isEmpty();
    internet.provider(says("{}", "length"));

    Ended ended = program.run();

    assertThat(ended.err()).contains("The model was called 10 times: 0 answers, 1000 tokens in");
    JsonNode line = MAPPER.readTree(program.onOutput("costs", "--json").out());
    assertThat(line.path("week").asText()).isEqualTo(Internet.WEEK);
    assertThat(line.path("task").asText()).isEqualTo("summarise-post");
    assertThat(line.path("attempts").asInt()).isEqualTo(10);
    assertThat(line.path("inputTokens").asInt()).isEqualTo(1_000);
    assertThat(line.path("costMicros").asLong()).isEqualTo(10 * 300);
    assertThat(program.onOutput("costs").out())
        .contains("0.0030 USD")
        .contains("10 times: The model ran into its output limit.");
    assertThat(program.onOutput("costs", "--weeks", "0").code()).isEqualTo(2);
  }

  @Test
  void the_doctor_asks_one_question_and_says_how_it_went() throws Exception {
    Program program = program("");
    internet.provider(says("{\"same\":\"yes\",\"fact\":\"the weights\"}", "stop"));
    Ended well = Program.call(program.arguments("doctor", "--model"));
    assertThat(well.out()).contains("test-model was reached", "100 tokens in, 20 out");
    assertThat(internet.modelCalls()).hasSize(1);

    assertThat(well.out()).doesNotContain("its context holds");
    internet.answers(
        get(urlPathEqualTo("/v1/models"))
            .willReturn(ok("{\"data\":[{\"id\":\"test-model\",\"max_model_len\":2048}]}")));
    assertThat(Program.call(program.arguments("doctor", "--model")).out())
        .contains("FAIL model")
        .contains("its context holds 2,048 tokens; our longest question with its answer takes");

    internet.provider(error(401, "invalid_api_key"));
    Ended ill = Program.call(program.arguments("doctor", "--model"));
    assertThat(ill.out()).contains("FAIL model").contains("refuses the key");
    assertThat(ill.code()).isEqualTo(5);
  }

  @Test
  void without_a_model_nothing_was_spent() throws Exception {
    Program program = new Program(folder.resolve("p"), internet.configuration(""), NOW);
    program.run();
    assertThat(program.onOutput("costs").out())
        .isEqualToIgnoringNewLines("No model was asked yet, so nothing was spent.");
    assertThat(program.onOutput("costs", "--json").out()).isEmpty();
  }

  private Program program(String more) throws Exception {
    String model =
        internet.model().replace("deadline: 3s", "deadline: 1s") + "  run-deadline: 6s\n" + more;
    return new Program(folder.resolve("p"), internet.configuration(model), NOW);
  }

  /** Without the header, which speaks of the model. */
  private static String body(String digest) {
    return digest.substring(digest.indexOf("\n## "));
  }
}
