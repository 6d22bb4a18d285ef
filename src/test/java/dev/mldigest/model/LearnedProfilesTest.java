package dev.mldigest.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static dev.mldigest.summarise.Provider.raw;
import static dev.mldigest.summarise.Provider.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.mldigest.domain.provider.LearnedTrait;
import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.VirtualPacer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service takes is found out from what it refuses. */
class LearnedProfilesTest {
  private static final String GOOD = "{\"n\":3,\"word\":\"yes\"}";
  private static final Instant NOW = Instant.parse("2026-11-20T07:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final LearnedTraits traits = LearnedTraits.forgetful();
  private final Provider provider = new Provider();

  @BeforeEach
  void start() {
    provider.server.stubFor(post(anyUrl()).atPriority(9).willReturn(says(GOOD)));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private Reply ask(String subject, LanguageModel settings, Instant now) {
    try (Gateway gateway =
        new Gateway(
            settings, Route.DIRECT, ledger, traits, InstantSource.fixed(now), new VirtualPacer())) {
      return gateway.ask(GatewayTest.question(subject));
    }
  }

  private Reply ask(String subject) {
    return ask(subject, provider.settings(), NOW);
  }

  private void refuses(MappingBuilder request, int status, String body) {
    provider.server.stubFor(request.willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private void refusesField(String field, int status, String body) {
    refuses(post(anyUrl()).withRequestBody(matchingJsonPath("$['" + field + "']")), status, body);
  }

  /** The request with that number, from 0. */
  private JsonNode sent(int number) {
    try {
      var events = provider.server.getAllServeEvents();
      return new ObjectMapper()
          .readTree(events.get(events.size() - 1 - number).getRequest().getBodyAsString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private int calls() {
    return provider.server.getAllServeEvents().size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this"
            + " model. Use 'max_completion_tokens'"
            + " instead.\",\"param\":\"max_tokens\",\"code\":\"unsupported_parameter\"}}",
        "{\"detail\":\"Unsupported parameter: max_tokens\"}",
        "{\"error\":{\"message\":\"max_tokens is deprecated\",\"param\":null}}",
        "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"max_tokens\"],\"msg\":\"Extra"
            + " inputs are not permitted\",\"input\":700}]}",
        "[{\"error\":{\"code\":400,\"message\":\"Invalid JSON payload received. Unknown name"
            + " \\\"max_tokens\\\": Cannot find field.\"}}]",
      })
  void a_limit_by_another_name_is_found_with_one_more_request_and_kept(String body) {
    refusesField("max_tokens", 400, body);
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(ledger.outcomes()).containsExactly("http 400", "answered");
    assertThat(sent(1).path("max_completion_tokens").asInt()).isEqualTo(300);
    assertThat(sent(1).has("max_tokens")).isFalse();
    ask("wasps"); // another run
    assertThat(calls()).isEqualTo(3);
  }

  @Test
  void a_service_that_takes_no_limit_at_all_gets_none() {
    refusesField("max_tokens", 400, "{\"error\":\"Unknown parameter: max_tokens\"}");
    refusesField(
        "max_completion_tokens", 400, "{\"error\":\"Unknown parameter: max_completion_tokens\"}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(3);
    assertThat(sent(2).has("max_tokens") || sent(2).has("max_completion_tokens")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"Unsupported value: 'temperature' does not support 0 with this"
            + " model. Only the default (1) value is supported.\",\"param\":\"temperature\"}}",
        "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"`temperature`"
            + " is deprecated for this model.\"}}",
        "{\"detail\":[{\"type\":\"greater_than\",\"loc\":[\"body\",\"temperature\"],\"msg\":\"Input"
            + " should be greater than 0\",\"input\":0}]}",
        "{\"error\":{\"message\":\"Provider returned"
            + " error\",\"code\":400,\"metadata\":{\"raw\":\"{\\\"error\\\":{\\\"param\\\":\\\"temperature\\\"}}\"}}}",
      })
  void what_a_refusal_names_is_left_out_from_then_on(String body) {
    refusesField("temperature", 400, body);
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).has("temperature")).isFalse();
    assertThat(sent(1).path("response_format").path("type").asText()).isEqualTo("json_schema");
    ask("wasps");
    assertThat(calls()).isEqualTo(3);
    assertThat(traits.of(base(), "test-model", NOW))
        .containsExactly(
            new LearnedTrait(base(), "test-model", "asked without", "temperature", NOW));
  }

  private String base() {
    return String.valueOf(provider.settings().baseUrl());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"error\":{\"message\":\"This response_format type is unavailable"
            + " now\",\"param\":null}} | json_object",
        "400 | {\"error\":\"'response_format.type' must be 'text' or 'json_object'\"} |"
            + " json_object",
        "422 | {\"detail\":[{\"loc\":[\"body\",\"response_format\",\"type\"],\"msg\":\"Input should"
            + " be 'json_object'\"}]} | json_object",
        "501 | {\"error\":\"json_schema is not implemented\"} | json_object",
        "500 | {\"error\":\"structured outputs are not supported by this model\"} | json_object",
      })
  void a_format_that_is_refused_gives_way_to_the_next_and_the_schema_goes_into_the_prompt(
      int status, String body, String next) {
    refuses(post(anyUrl()).withRequestBody(containing("\"json_schema\"")), status, body);
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).path("response_format").path("type").asText()).isEqualTo(next);
    assertThat(sent(1).at("/messages/0/content").asText()).contains("JSON Schema", "\"enum\"");
    assertThat(sent(0).at("/messages/0/content").asText()).doesNotContain("\"enum\"");
  }

  @Test
  void a_service_that_knows_schemas_and_no_json_mode_gets_neither_after_both() {
    refuses(
        post(anyUrl()).withRequestBody(matchingJsonPath("$.response_format.json_schema")),
        400,
        "{\"error\":\"The schema is too complex.\"}");
    refuses(
        post(anyUrl())
            .withRequestBody(matchingJsonPath("$.response_format[?(@.type == 'json_object')]")),
        400,
        "{\"error\":\"'response_format.type' must be 'json_schema' or 'text'\"}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(calls() - 1).has("response_format")).isFalse();
  }

  @Test
  void a_service_without_any_format_gets_the_schema_in_the_prompt_alone() {
    refusesField("response_format", 400, "{\"error\":\"'response_format.type' must be 'text'\"}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(3);
    assertThat(sent(2).has("response_format")).isFalse();
    assertThat(sent(2).at("/messages/0/content").asText()).contains("\"enum\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid JSON payload received. Unknown name \\\"additionalProperties\\\" at"
            + " 'response_format.schema': Cannot find field.",
        "additionalProperties is not supported in schemas"
      })
  void a_keyword_that_is_refused_is_left_out_of_the_schema_alone(String message) {
    refuses(
        post(anyUrl()).withRequestBody(containing("\"additionalProperties\"")),
        400,
        "[{\"error\":{\"message\":\"" + message + "\"}}]");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(2);
    assertThat(sent(1).toString()).contains("json_schema", "\"enum\"", "\"required\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The JSON schema holds features that the grammar back end does not support.",
        "Invalid schema for response_format 'a': In context=(), 'minimum' is not permitted.",
        "output_config.format.schema: For 'integer' type, property 'maximum' is not supported",
        "Unknown name \\\"minimum\\\" at 'response_format': Cannot find field."
      })
  void bounds_that_are_refused_are_left_to_us_and_the_schema_stays(String message) {
    refuses(
        post(anyUrl()).withRequestBody(containing("\"minimum\"")),
        400,
        "{\"error\":{\"message\":\"" + message + "\"}}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(2);
    assertThat(sent(1).toString()).contains("json_schema", "\"enum\"").doesNotContain("maximum");
  }

  @Test
  void several_refusals_are_answered_one_after_the_other() {
    refusesField("max_tokens", 400, "{\"error\":\"unknown field max_tokens\"}");
    refusesField("temperature", 400, "{\"error\":\"unknown field temperature\"}");
    refusesField("response_format", 400, "{\"error\":\"unknown field response_format\"}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(calls() - 1).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("model", "messages", "max_completion_tokens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System role not supported",
        "Only user and assistant roles are supported!",
        "Unexpected role 'system' at the first message.",
        "invalid role: system",
        "Developer instruction is not enabled for models/gemma-3-27b-it",
        "Conversation roles must alternate user/assistant/user/assistant/...",
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
      })
  void a_model_without_system_messages_is_told_all_by_the_user(String message) {
    refuses(
        post(anyUrl()).withRequestBody(matchingJsonPath("$.messages[?(@.role=='system')]")),
        400,
        "{\"error\":{\"message\":\"" + message + "\"}}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).path("messages")).hasSize(1);
    assertThat(sent(1).at("/messages/0/content").asText()).contains("Answer.", "About bees?");
  }

  @Test
  void a_service_that_only_streams_is_asked_for_a_stream() {
    provider.server.stubFor(
        post(anyUrl())
            .atPriority(1)
            .withRequestBody(matchingJsonPath("$[?(@.stream == true)]"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/event-stream")
                    .withBody(
                        "data:"
                            + " {\"choices\":[{\"delta\":{\"content\":\"{\\\"n\\\":3,\\\"word\\\":\\\"yes\\\"}\"}}]}\n\n"
                            + "data: [DONE]\n")));
    provider.server.stubFor(
        post(anyUrl())
            .atPriority(2)
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody(
                        "{\"error\":{\"message\":\"This model only supports stream mode.\"}}")));
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "max_tokens is too large: 6000. This model supports at most 4096 completion tokens, whereas"
            + " you provided 6000. | 4096",
        "'max_tokens' or 'max_completion_tokens' is too large: 6000. This model's maximum context"
            + " length is 4096 tokens and your request has 1500 input tokens (6000 > 4096 - 1500)."
            + " | 2596",
        "max_tokens: 6000 > 4096, which is the maximum allowed number of output tokens for m |"
            + " 4096",
        "Invalid max_tokens value, the valid range of max_tokens is [1, 2048] | 2048",
      })
  void a_limit_that_is_too_large_is_as_large_as_it_may_be(String message, int most) {
    refuses(
        post(anyUrl()).withRequestBody(matchingJsonPath("$[?(@.max_tokens > " + most + ")]")),
        400,
        "{\"error\":{\"message\":\"" + message + "\",\"type\":\"BadRequestError\",\"code\":400}}");
    LanguageModel s = provider.settings();
    LanguageModel.Calls calls = new LanguageModel.Calls(Duration.ofSeconds(5), 4, 6000, 100_000);
    LanguageModel roomy = new LanguageModel(s.provider(), s.baseUrl(), s.name(), s.apiKey(), calls);
    assertThat(ask("bees", roomy, NOW)).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).path("max_tokens").asInt()).isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"no\"}}",
        "{\"error\":{\"message\":\"Billing is not set up for this project.\"}}",
        "",
        "<html>Bad Request</html>"
      })
  void a_refusal_that_names_nothing_of_the_request_is_not_sent_again(String body) {
    refuses(post(anyUrl()), 400, body);
    assertThat(ask("bees")).isInstanceOf(Reply.Invalid.class);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void what_no_answer_confirms_is_not_kept() {
    refuses(post(anyUrl()), 400, "{\"error\":\"temperature, response_format, max_tokens: no\"}");
    assertThat(ask("bees")).isInstanceOf(Reply.Invalid.class);
    assertThat(calls()).isLessThanOrEqualTo(9);
    assertThat(traits.of(base(), "test-model", Instant.EPOCH)).isEmpty();
  }

  @Test
  void after_a_month_it_is_found_out_anew() {
    refusesField("temperature", 400, "{\"error\":\"temperature is not supported\"}");
    ask("bees");
    ask("wasps", provider.settings(), NOW.plus(Duration.ofDays(29)));
    assertThat(calls()).isEqualTo(3);
    ask("ants", provider.settings(), NOW.plus(Duration.ofDays(31)));
    assertThat(calls()).isEqualTo(5);
  }

  @Test
  void what_was_learned_of_one_model_is_not_said_of_another() {
    refusesField("temperature", 400, "{\"error\":\"temperature is not supported\"}");
    ask("bees");
    LanguageModel s = provider.settings();
    ask("wasps", new LanguageModel(s.provider(), s.baseUrl(), "other", s.apiKey(), s.calls()), NOW);
    assertThat(calls()).isEqualTo(4);
  }

  @Test
  void a_schema_that_is_silently_ignored_goes_into_the_prompt_and_the_repair() {
    provider.server.stubFor(
        post(anyUrl())
            .atPriority(1)
            .withRequestBody(matchingJsonPath("$.messages[?(@.content =~ /.*JSON Schema.*/s)]"))
            .willReturn(says(GOOD)));
    provider.server.stubFor(
        post(anyUrl()).atPriority(2).willReturn(says("{\"verdict\":\"yes, I think\"}")));
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).at("/messages/3/content").asText()).contains("\"enum\"");
    assertThat(ask("wasps")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(3);
  }

  private static ResponseDefinitionBuilder cut(int reasoning) {
    return raw(
        """
        {"choices":[{"finish_reason":"length","message":{"content":""}}],"usage":{"prompt_tokens":90,
         "completion_tokens":300,"completion_tokens_details":{"reasoning_tokens":%d}}}\
        """
            .formatted(reasoning));
  }

  @Test
  void an_answer_that_thinking_cut_off_is_asked_for_again_with_room_to_think() {
    provider.server.stubFor(
        post(anyUrl())
            .withRequestBody(matchingJsonPath("$[?(@.max_tokens < 3000)]"))
            .willReturn(cut(300)));
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(ledger.outcomes()).containsExactly("truncated", "answered");
    assertThat(sent(1).path("max_tokens").asInt()).isEqualTo(4300);
    ask("wasps");
    assertThat(calls()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // thinking aloud, in secret, and to an end that calls itself one
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"<think>First"
            + " I\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"\",\"reasoning_content\":\"First\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":null}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"\"}}],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":300,\"completion_tokens_details\":{\"reasoning_tokens\":300}}}",
      })
  void whoever_has_not_begun_the_answer_has_thought(String body) {
    provider.server.stubFor(
        post(anyUrl())
            .withRequestBody(matchingJsonPath("$[?(@.max_tokens < 3000)]"))
            .willReturn(raw(body)));
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).path("max_tokens").asInt()).isEqualTo(4300);
  }

  @Test
  void a_limit_by_a_name_that_nobody_knew_is_called_by_it() {
    refusesField(
        "max_tokens",
        400,
        "{\"error\":\"Unknown field max_tokens; did you mean max_output_tokens?\"}");
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).path("max_output_tokens").asInt()).isEqualTo(300);
  }

  @Test
  void a_page_where_an_answer_should_be_is_of_another_address() {
    provider.server.stubFor(
        post("/v1/chat/completions").willReturn(raw("<!doctype html><title>Open</title>")));
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void an_answer_that_was_cut_off_without_thinking_gets_twice_the_room_for_this_run() {
    provider.server.stubFor(
        post(anyUrl())
            .withRequestBody(matchingJsonPath("$[?(@.max_tokens < 600)]"))
            .willReturn(says("{\"n\":", "length")));
    assertThat(ask("bees")).isInstanceOf(Reply.Answered.class);
    assertThat(sent(1).path("max_tokens").asInt()).isEqualTo(600);
    ask("wasps");
    assertThat(calls()).isEqualTo(4);
  }

  @Test
  void the_room_of_a_model_that_never_ends_does_not_grow_for_ever() {
    provider.server.stubFor(post(anyUrl()).willReturn(says("{\"n\":", "length")));
    try (Gateway gateway =
        new Gateway(provider.settings(), ledger, InstantSource.fixed(NOW), new VirtualPacer())) {
      for (int i = 0; i < 6; i++) {
        assertThat(gateway.ask(GatewayTest.question("s" + i))).isInstanceOf(Reply.Truncated.class);
      }
    }
    assertThat(sent(calls() - 1).path("max_tokens").asInt()).isEqualTo(1200);
  }

  @Test
  void what_the_editor_says_of_answers_and_thinking_is_asked_for() {
    LanguageModel s = provider.settings();
    LanguageModel.Calls calls =
        new LanguageModel.Calls(
            Duration.ofSeconds(5), 4, 900, 100_000, new LanguageModel.Thinking(2000, "low"));
    ask("bees", new LanguageModel(s.provider(), s.baseUrl(), s.name(), s.apiKey(), calls), NOW);
    assertThat(sent(0).path("max_tokens").asInt()).isEqualTo(2900);
    assertThat(sent(0).path("reasoning_effort").asText()).isEqualTo("low");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /v1/chat/completions, 2",
    "/v1, /v1/chat/completions, 1",
    "/v1/, /v1/chat/completions, 1",
    "/v1/chat/completions, /v1/chat/completions, 1",
    "/v1, /chat/completions, 2",
    "/api, /api/chat/completions, 1",
    "/api, /api/v1/chat/completions, 2",
  })
  void an_address_is_understood_with_and_without_its_usual_beginning(
      String written, String real, int calls) {
    provider.server.resetAll();
    provider.server.stubFor(post(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    provider.server.stubFor(post(real).willReturn(says(GOOD)));
    LanguageModel s = provider.settings();
    URI base = URI.create("http://127.0.0.1:" + provider.server.port() + written);
    LanguageModel settings = new LanguageModel(s.provider(), base, s.name(), s.apiKey(), s.calls());
    assertThat(ask("bees", settings, NOW)).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(calls);
    assertThat(ask("wasps", settings, NOW)).isInstanceOf(Reply.Answered.class);
    assertThat(calls()).isEqualTo(calls + 1);
  }

  @Test
  void a_model_that_is_not_there_is_not_looked_for_at_another_address() {
    refuses(post(anyUrl()), 404, "{\"error\":{\"message\":\"model 'test-model' not found\"}}");
    assertThat(ask("bees")).isInstanceOf(Reply.Unavailable.class);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void the_second_protocol_falls_back_from_its_own_format_to_the_prompt() {
    String good = com.fasterxml.jackson.databind.node.TextNode.valueOf(GOOD).toString();
    String body =
        "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":"
            + good
            + "}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":50,\"output_tokens\":9}}";
    provider.server.stubFor(post("/v1/messages").atPriority(5).willReturn(raw(body)));
    provider.server.stubFor(
        post("/v1/messages")
            .atPriority(1)
            .withRequestBody(matchingJsonPath("$.output_config"))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody(
                        "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"output_config:"
                            + " Extra inputs are not permitted\"}}")));
    LanguageModel s = provider.settings();
    LanguageModel settings =
        new LanguageModel(
            LanguageModel.Provider.ANTHROPIC, s.baseUrl(), s.name(), s.apiKey(), s.calls());
    assertThat(ask("bees", settings, NOW)).isInstanceOf(Reply.Answered.class);
    assertThat(sent(0).at("/output_config/format/schema/properties/word/enum")).hasSize(2);
    assertThat(sent(1).at("/system/0/text").asText()).contains("\"enum\"");
    assertThat(ledger.outcomes()).isEqualTo(List.of("http 400", "answered"));
  }
}
