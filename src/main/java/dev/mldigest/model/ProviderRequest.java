package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.wire.Service;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question as LangChain4j puts it to a service of either protocol; what the one service takes of
 * it is left to the exchange.
 */
record ProviderRequest(LanguageModel settings, Service.Protocol protocol) {
  /** Whence LangChain4j thinks that it asks; where the service is, the exchange knows. */
  static final String BASE = "http://service.invalid";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One request and what came of it; whatever LangChain4j throws is for the caller. */
  ChatResponse chat(ProviderExchange exchange, Asked asked) {
    ChatRequest request =
        ChatRequest.builder()
            .messages(asked.messages())
            .parameters(parameters(asked.prompt(), (int) asked.estimate().output()))
            .build();
    return over(exchange, asked.prompt()).chat(request);
  }

  /** LangChain4j's client of the provider, made anew for the one exchange of a call. */
  private ChatModel over(ProviderExchange exchange, Prompt prompt) {
    return switch (protocol) {
      case OPENAI ->
          OpenAiChatModel.builder()
              .httpClientBuilder(exchange)
              .baseUrl(BASE)
              .apiKey(key())
              .modelName(settings.name())
              .timeout(settings.calls().deadline())
              .strictJsonSchema(true)
              .maxRetries(0)
              .build();
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .httpClientBuilder(exchange)
              .baseUrl(BASE + "/")
              .apiKey(key())
              .modelName(settings.name())
              .customParameters(output(prompt))
              .timeout(settings.calls().deadline())
              .maxRetries(0)
              .build();
    };
  }

  /** Local servers need no key, but the client insists on one. */
  private String key() {
    return settings.apiKey() == null ? "none" : settings.apiKey().value();
  }

  /** Every parameter by its usual name: the exchange makes of them what the service takes. */
  private ChatRequestParameters parameters(Prompt prompt, int maxOutput) {
    return switch (protocol) {
      case OPENAI -> {
        var builder = OpenAiChatRequestParameters.builder();
        builder.responseFormat(format(prompt));
        builder.temperature(prompt.temperature());
        builder.maxOutputTokens(maxOutput);
        if (!effort().isEmpty()) {
          builder.reasoningEffort(effort());
        }
        yield builder.build();
      }
      case ANTHROPIC ->
          ChatRequestParameters.builder()
              .temperature(prompt.temperature())
              .maxOutputTokens(maxOutput)
              .build();
    };
  }

  private String effort() {
    return settings.calls().thinking().effort();
  }

  private static ResponseFormat format(Prompt prompt) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder()
                .name(prompt.id().replace('-', '_'))
                .rootElement(JsonRawSchema.from(prompt.schema().enforced()))
                .build())
        .build();
  }

  /** Anthropic's own way, which LangChain4j has no name for. */
  private Map<String, Object> output(Prompt prompt) {
    Map<String, Object> config = new TreeMap<>();
    config.put("format", Map.of("type", "json_schema", "schema", schema(prompt)));
    if (!effort().isEmpty()) {
      config.put("effort", effort());
    }
    return Map.of("output_config", config);
  }

  private static Object schema(Prompt prompt) {
    try {
      return MAPPER.readValue(prompt.schema().enforced(), Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A schema is JSON.", e);
    }
  }
}
