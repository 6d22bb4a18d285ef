package dev.mldigest.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static dev.mldigest.summarise.Provider.raw;
import static dev.mldigest.summarise.Provider.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.VirtualPacer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right answers in the dialects that services speak. */
class OddAnswersTest {
  private static final String GOOD = "{\"n\":3,\"word\":\"yes\"}";

  /** The same as a text in JSON. */
  private static final String TEXT = TextNode.valueOf(GOOD).toString();

  private final MemoryLedger ledger = new MemoryLedger();
  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private Reply ask(LanguageModel settings) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));
    try (Gateway gateway = new Gateway(settings, ledger, clock, new VirtualPacer())) {
      return gateway.ask(GatewayTest.question("bees"));
    }
  }

  private void isUnderstoodAtOnce() {
    Reply reply = ask(provider.settings());
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    assertThat(((Reply.Answered) reply).value()).hasToString(GOOD);
    assertThat(ledger.outcomes()).containsExactly("answered");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "STOP",
        "end_turn",
        "eos",
        "eos_token",
        "COMPLETE",
        "stop_sequence",
        "done",
        "",
        "unknown",
        "FINISH_REASON_STOP",
        "tool_calls"
      })
  void only_a_limit_or_a_filter_speaks_against_a_valid_answer(@Nullable String finish) {
    provider.answers(says(GOOD, finish));
    isUnderstoodAtOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAX_TOKENS", "max_tokens", "model_length", "FINISH_REASON_MAX_TOKENS"})
  void a_limit_is_a_limit_by_any_name(String finish) {
    provider.answers(says(GOOD, finish));
    assertThat(ask(provider.settings())).isInstanceOf(Reply.Truncated.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAFETY", "PROHIBITED_CONTENT", "sensitive", "ERROR_TOXIC"})
  void a_filter_is_a_filter_by_any_name(String finish) {
    provider.answers(says(GOOD, finish));
    assertThat(ask(provider.settings())).isInstanceOf(Reply.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // content in parts, with thoughts among them
        "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]},{\"type\":\"text\",\"text\":%s}]}",
        "{\"content\":[{\"type\":\"output_text\",\"text\":%s}]}",
        "{\"content\":[%s]}",
        "{\"content\":{\"type\":\"text\",\"text\":%s}}",
        // read already by somebody on the way
        "{\"content\":{\"n\":3,\"word\":\"yes\"}}",
        // in another field
        "{\"content\":null,\"reasoning_content\":%s}",
        "{\"content\":\"\",\"reasoning\":%s}",
        "{\"content\":\"\",\"thinking\":%s}",
        "{\"content\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"a\",\"arguments\":%s}}]}",
        "{\"content\":null,\"function_call\":{\"name\":\"a\",\"arguments\":%s}}",
        // thoughts beside it
        "{\"content\":%s,\"reasoning_content\":\"It asks for {n}.\"}",
        "{\"content\":%s,\"tool_calls\":[],\"refusal\":null,\"audio\":null}",
      })
  void an_answer_is_found_wherever_the_message_holds_it(String message) {
    provider.answers(
        raw(
            "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                + message.formatted(TEXT)
                + "}]}"));
    isUnderstoodAtOnce();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"text\":%s}]}",
        "{\"message\":{\"role\":\"assistant\",\"content\":%s},\"done\":true,\"done_reason\":\"stop\"}",
        "[{\"choices\":[{\"message\":{\"content\":%s}}]}]",
        "\n\n  {\"choices\":[{\"message\":{\"content\":%s}}],\"usage\":null}",
      })
  void an_answer_is_found_wherever_the_response_holds_it(String response) {
    provider.answers(raw(response.formatted(TEXT)));
    isUnderstoodAtOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "text/event-stream; charset=utf-8", "text/plain"})
  void a_stream_that_nobody_asked_for_is_joined(String type) {
    provider.answers(
        aResponse()
            .withHeader("Content-Type", type)
            .withBody(
                """
                : a comment to keep the line

                data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

                data: {"choices":[{"index":0,"delta":{"reasoning_content":"Hm {"}}]}

                data: {"choices":[{"index":0,"delta":{"content":"{\\"n\\":3,"}}]}
                data: {"choices":[{"index":0,"delta":{"content":"\\"word\\":\\"yes\\"}"},"finish_reason":"stop"}]}

                data: {"choices":[],"usage":{"prompt_tokens":41,"completion_tokens":7}}

                data: [DONE]
                """));
    isUnderstoodAtOnce();
    assertThat(ledger.calls().getFirst().bill().inputTokens()).isEqualTo(41);
    assertThat(ledger.calls().getFirst().bill().estimated()).isFalse();
  }

  @Test
  void a_stream_that_was_cut_at_the_limit_is_cut() {
    provider.answers(
        aResponse()
            .withHeader("Content-Type", "text/event-stream")
            .withBody(
                """
                data: {"choices":[{"delta":{"content":"{\\"n\\":3,\\"word\\":\\"yes\\"}"}}]}

                data: {"choices":[{"delta":{},"finish_reason":"length"}]}
                """));
    assertThat(ask(provider.settings())).isInstanceOf(Reply.Truncated.class);
  }

  @Test
  void an_object_a_line_is_a_stream_too() {
    provider.answers(
        aResponse()
            .withHeader("Content-Type", "application/x-ndjson")
            .withBody(
                """
                {"model":"m","message":{"role":"assistant","content":"{\\"n\\":3,"},"done":false}
                {"model":"m","message":{"role":"assistant","content":"\\"word\\":\\"yes\\"}"},"done":false}
                {"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop"}
                """));
    isUnderstoodAtOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void an_answer_that_is_packed_although_nobody_asked_is_unpacked(String encoding)
      throws IOException {
    String body =
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":" + TEXT + "}}]}";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    provider.answers(
        aResponse().withHeader("Content-Encoding", encoding).withBody(packed.toByteArray()));
    isUnderstoodAtOnce();
  }

  @Test
  void a_packed_answer_is_not_unpacked_beyond_a_mebibyte() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[64 << 20]);
    }
    provider.answers(
        aResponse().withHeader("Content-Encoding", "gzip").withBody(packed.toByteArray()));
    assertThat(ask(provider.settings())).isInstanceOf(Reply.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"s\"},{\"type\":\"text\",\"text\":%s}]",
        "[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"a\",\"input\":{\"n\":3,\"word\":\"yes\"}}]",
      })
  void the_second_protocols_blocks_are_read_alike(String content) {
    provider.server.stubFor(
        post("/v1/messages")
            .willReturn(
                raw(
                    """
                    {"id":"m","type":"message","role":"assistant","model":"m","content":%s,
                     "stop_reason":"end_turn","usage":{"input_tokens":50,"output_tokens":9}}\
                    """
                        .formatted(content.formatted(TEXT)))));
    LanguageModel s = provider.settings();
    Reply reply =
        ask(
            new LanguageModel(
                LanguageModel.Provider.ANTHROPIC, s.baseUrl(), s.name(), s.apiKey(), s.calls()));
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    assertThat(ledger.outcomes()).containsExactly("answered");
  }

  @Test
  void the_second_protocols_stream_is_joined_too() {
    provider.server.stubFor(
        post("/v1/messages")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/event-stream")
                    .withBody(
                        """
                        event: message_start
                        data: {"type":"message_start","message":{"id":"m","content":[],"usage":{"input_tokens":50,"output_tokens":1}}}

                        event: content_block_delta
                        data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm {"}}

                        event: content_block_delta
                        data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"{\\"n\\":3,\\"word\\":\\"yes\\"}"}}

                        event: message_delta
                        data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":9}}
                        """)));
    LanguageModel s = provider.settings();
    Reply reply =
        ask(
            new LanguageModel(
                LanguageModel.Provider.ANTHROPIC, s.baseUrl(), s.name(), s.apiKey(), s.calls()));
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    assertThat(((Reply.Answered) reply).inputTokens()).isEqualTo(50);
    assertThat(((Reply.Answered) reply).outputTokens()).isEqualTo(9);
  }
}
