package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.PickyService;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code digest model try} shows of one article's way through prompt, answer and check. */
class ModelTryTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ONE = "Example Labs released OwlNet with 7 billion parameters.";
  private static final String TWO = "OwlNet raises accuracy from 61.5% to 68% on GreenBench.";
  private static final String THREE = "The authors did not test the model on medical texts.";
  private static final String TEXT = ONE + "\n" + TWO + "\n" + THREE;
  private static final String PRICES =
      "  prices: { input: 1, output: 10, currency: USD, as-of: 2026-01-01 }\n";

  private final Internet internet = new Internet();

  @TempDir Path folder;

  @AfterEach
  void disconnect() {
    internet.close();
  }

  private record Said(String claim, int sentence, String quote) {}

  private static String claims(Said... said) {
    ObjectNode answer = MAPPER.createObjectNode();
    ArrayNode claims = answer.putArray("claims");
    for (Said one : said) {
      ObjectNode claim = claims.addObject();
      claim.putArray("sentenceIds").add(one.sentence());
      claim.put("quote", one.quote()).put("claim", one.claim());
    }
    return answer.put("highlight", "nobody in particular").toString();
  }

  private static ResponseDefinitionBuilder says(String content) {
    ObjectNode envelope = MAPPER.createObjectNode();
    ObjectNode choice = envelope.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    envelope.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20);
    return aResponse().withHeader("Content-Type", "application/json").withBody(envelope.toString());
  }

  /** To questions that hold these words. */
  private void answers(String words, String content) {
    internet.answers(
        post(urlPathEqualTo("/v1/chat/completions"))
            .withRequestBody(containing(words))
            .willReturn(says(content)));
  }

  private Program program(String more) throws Exception {
    return new Program(
        folder.resolve("p"),
        internet.configuration(internet.model() + more),
        Internet.NOW.toString());
  }

  private static Ended tried(Program program, String... more) {
    return Program.call(program.arguments("model try", more));
  }

  @Test
  void each_claim_is_shown_with_its_sentences_and_the_rule_that_refused_it() throws Exception {
    String wrong = "OwlNet raises accuracy from 61.5% to 86% on GreenBench.";
    answers(
        "Summarise this text",
        claims(new Said(ONE, 1, ONE), new Said(THREE, 3, THREE), new Said(wrong, 2, TWO)));
    Program program = program(PRICES);

    Ended ended = tried(program, TEXT, "--title", "OwlNet is out");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("== OwlNet is out")
        .contains("summarise-post v", "test-model, 100 tokens in, 20 out, 0.000300 USD")
        .contains("  + " + ONE, "  + " + THREE)
        .contains("  - " + wrong, "[2] " + TWO, "refused by 'number': ")
        .contains("The summary, by the model:")
        .contains("1 call, 100 tokens in, 20 out, 0.000300 USD");
    JsonNode line = MAPPER.readTree(program.onOutput("costs", "--json").out());
    assertThat(line.path("week").asText()).isEqualTo("2026-03-02");
    assertThat(line.path("attempts").asInt()).isEqualTo(1);
  }

  @Test
  void a_repair_and_a_second_reader_are_shown_as_turns_of_their_own() throws Exception {
    String wrong = "Example Labs released OwlNet with 70 billion parameters.";
    String two = "OwlNet raises accuracy to 68% on GreenBench.";
    answers("Summarise this text", claims(new Said(wrong, 1, ONE), new Said(two, 2, TWO)));
    answers("Give the whole summary again", claims(new Said(ONE, 1, ONE), new Said(two, 2, TWO)));
    answers(
        "Judge each claim by the sentences under it",
        "{\"verdicts\":[{\"claim\":1,\"words\":\"raises accuracy\",\"verdict\":\"supported\"}]}");
    Program program = program("");

    Ended ended = tried(program, TEXT, "--title", "OwlNet is out", "--json");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode report = MAPPER.readTree(ended.out());
    assertThat(report.path("turns").valueStream().map(turn -> turn.path("task").asText()))
        .containsExactly("summarise-post", "second-reader", "repair");
    JsonNode first = report.at("/turns/0/claims/0");
    assertThat(first.path("passed").asBoolean()).isFalse();
    assertThat(first.path("rule").asText()).isEqualTo("number");
    assertThat(first.at("/cited/0/sentence").asText()).isEqualTo(ONE);
    assertThat(report.at("/turns/1/claims/0/why").asText())
        .isEqualTo("A second reader finds it supported: 'raises accuracy'.");
    assertThat(report.at("/turns/2/answer/claims").size()).isEqualTo(2);
    assertThat(report.path("byModel").asBoolean()).isTrue();
    assertThat(report.path("summary").valueStream().map(JsonNode::asText))
        .containsExactly(ONE, two);
    assertThat(report.path("calls").asInt()).as("what was read is not read again").isEqualTo(3);
  }

  @Test
  void what_was_answered_before_is_shown_again_without_a_call() throws Exception {
    internet.provider(says(claims(new Said(ONE, 1, ONE), new Said(TWO, 2, TWO))));
    Program program = program("");
    Path file = Files.writeString(folder.resolve("owl.md"), "# OwlNet is out\n\n" + TEXT);

    Ended first = tried(program, file.toString());
    Ended second = tried(program, file.toString());

    assertThat(first.out()).contains("== OwlNet is out", "1 call,");
    assertThat(second.out()).contains("  + " + TWO, "Nothing was asked or paid now");
    assertThat(internet.modelCalls()).hasSize(1);
    tried(program, file.toString(), "--ask-again");
    assertThat(internet.modelCalls()).hasSize(2);
  }

  @Test
  void where_nothing_of_the_model_can_be_used_the_reason_is_given() throws Exception {
    internet.provider(
        aResponse().withStatus(401).withBody("{\"error\":{\"code\":\"invalid_api_key\"}}"));
    Program program = program("");
    Ended ended = tried(program, TEXT);
    assertThat(ended.code()).isEqualTo(8);
    assertThat(ended.out()).contains("The summary, made without the model.", "refuses the key");
    JsonNode report = MAPPER.readTree(tried(program, TEXT, "--json").out());
    assertThat(report.at("/turns/0/fault").asText()).contains("refuses the key");
    assertThat(report.path("byModel").asBoolean()).isFalse();

    Ended shorter = tried(program, "One sentence alone stands here.");
    assertThat(shorter.code()).isEqualTo(8);
    assertThat(shorter.out()).contains("too short", "Nothing was asked, and nothing paid.");
  }

  @Test
  void a_trial_keeps_to_the_limits_of_an_issue_and_takes_nothing_from_the_next_one()
      throws Exception {
    internet.provider(says(claims(new Said(ONE, 1, ONE), new Said(TWO, 2, TWO))));
    Ended small = tried(program("  max-tokens-per-issue: 1000\n"), TEXT);
    assertThat(small.code()).isEqualTo(7);
    assertThat(small.out()).contains("limit of 1000 tokens");
    assertThat(internet.modelCalls()).isEmpty();

    Program program = program("  max-tokens-per-issue: 2600\n");
    for (int i = 0; i < 40; i++) {
      assertThat(tried(program, TEXT, "--ask-again").code()).as("trial " + i).isZero();
    }
  }

  @Test
  void what_is_no_article_is_one_sentence() throws Exception {
    Program program = program("");
    Ended missing = tried(program, "owl.html");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no file 'owl.html'");
    Ended gone = tried(program, internet.address() + "/nowhere.html");
    assertThat(gone.code()).isEqualTo(75);
    assertThat(gone.err()).contains("/nowhere.html cannot be had: http 404");
    Program none =
        new Program(folder.resolve("n"), internet.configuration(""), Internet.NOW.toString());
    assertThat(tried(none, TEXT).err()).contains("feeds.yaml configures no model");
  }

  static List<ServicesEndToEndTest.Service> services() {
    return ServicesEndToEndTest.services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_page_is_tried_with_every_service_that_is_known_by_name(
      ServicesEndToEndTest.Service service) throws Exception {
    try (PickyService picky = new PickyService(service.ways())) {
      Files.createDirectories(folder.resolve("p"));
      Files.writeString(folder.resolve("p/key.txt"), "key");
      Program program =
          new Program(
              folder.resolve("p"),
              internet.configuration(ServicesEndToEndTest.block(service, picky)),
              Internet.NOW.toString());
      Ended ended = tried(program, internet.address() + "/s0/post-0.html");
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out())
          .contains("== " + Internet.title(0, 0))
          .contains("  + Two approaches failed", "The summary, by the model:");
    }
  }
}
