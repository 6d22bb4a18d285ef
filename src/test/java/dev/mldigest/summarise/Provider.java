package dev.mldigest.summarise;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.summarise.ground.Claim;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An OpenAI-compatible provider on a loopback port that answers what a test tells it to. */
public final class Provider implements AutoCloseable {
  public static final String PATH = "/v1/chat/completions";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public final WireMockServer server = new WireMockServer(options().dynamicPort());

  public Provider() {
    server.start();
  }

  /** The answers in turn; the last one for ever. */
  public Provider answers(ResponseDefinitionBuilder... responses) {
    server.resetMappings();
    server.resetScenarios();
    String state = Scenario.STARTED;
    for (int i = 0; i < responses.length; i++) {
      String next = i == responses.length - 1 ? state : "after " + i;
      server.stubFor(
          post(urlEqualTo(PATH))
              .inScenario("calls")
              .whenScenarioStateIs(state)
              .willSetStateTo(next)
              .willReturn(responses[i]));
      state = next;
    }
    return this;
  }

  public int calls() {
    return server.countRequestsMatching(postRequestedFor(urlEqualTo(PATH)).build()).getCount();
  }

  public String body(int call) {
    return server.findAll(postRequestedFor(urlEqualTo(PATH))).get(call).getBodyAsString();
  }

  public LanguageModel settings() {
    return settings(100_000);
  }

  public LanguageModel settings(long maxTokens) {
    return new LanguageModel(
        LanguageModel.Provider.OPENAI,
        URI.create("http://127.0.0.1:" + server.port() + "/v1"),
        "test-model",
        new Secret("test-key"),
        new LanguageModel.Calls(Duration.ofSeconds(5), 4, 0, maxTokens));
  }

  public static ResponseDefinitionBuilder says(String content) {
    return says(content, "stop");
  }

  public static ResponseDefinitionBuilder says(String content, @Nullable String finish) {
    ObjectNode envelope = MAPPER.createObjectNode().put("id", "x").put("object", "chat.completion");
    envelope
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", finish)
        .putObject("message")
        .put("role", "assistant")
        .put("content", content);
    envelope.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20);
    return raw(envelope.toString());
  }

  public static ResponseDefinitionBuilder raw(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  public static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"no\"}}");
  }

  /** An answer of one claim per pair: the words, the sentence, and the quote are told. */
  public static String claims(List<Claim> claims) {
    ObjectNode answer = MAPPER.createObjectNode();
    var array = answer.putArray("claims");
    for (Claim claim : claims) {
      ObjectNode node = array.addObject().put("claim", claim.claim());
      var ids = node.putArray("sentenceIds");
      claim.sentenceIds().forEach(ids::add);
      node.put("quote", claim.quote());
    }
    answer.put("highlight", "anyone who evaluates language models");
    return answer.toString();
  }

  @Override
  public void close() {
    server.stop();
  }
}
