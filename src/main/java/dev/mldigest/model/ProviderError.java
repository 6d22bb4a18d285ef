package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a status alone does not tell, by the provider's own error code; by its sentence only where
 * the answer holds no code that we know. The one place where sentences of providers are read.
 */
enum ProviderError {
  /** OpenAI, and who copies its protocol or quotes it. */
  OPENAI_TOO_LONG(Attempt.Kind.TOO_LONG, "context_length_exceeded", "context_length_exceeded"),
  /** OpenAI: it says "later" with the status of a rate limit, but never means it. */
  OPENAI_QUOTA(Attempt.Kind.FORBIDDEN, "insufficient_quota", "insufficient_quota"),
  /** llama.cpp; its older servers have no code of their own. */
  LLAMA_CPP_TOO_LONG(Attempt.Kind.TOO_LONG, "exceed_context_size_error", "context size"),
  /** vLLM: its code is the status. */
  VLLM_TOO_LONG(Attempt.Kind.TOO_LONG, "", "maximum context length"),
  /** Anthropic: its type is that of every rejected request. */
  ANTHROPIC_TOO_LONG(Attempt.Kind.TOO_LONG, "", "prompt is too long");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Attempt.Kind kind;
  private final String code;
  private final String sentence;

  ProviderError(Attempt.Kind kind, String code, String sentence) {
    this.kind = kind;
    this.code = code;
    this.sentence = sentence;
  }

  /** True if the body of an answer that is no success says that the failure is of that kind. */
  static boolean says(String body, Attempt.Kind kind) {
    List<String> codes = codes(body);
    String text = body.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(error -> codes.contains(error.code))
        .findFirst()
        .or(() ->
            Arrays.stream(values()).filter(error -> text.contains(error.sentence)).findFirst())
        .filter(error -> error.kind == kind)
        .isPresent();
  }

  /** {@code error.code} and {@code error.type}, or the same without an envelope. */
  private static List<String> codes(String body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      JsonNode error = root.has("error") ? root.get("error") : root;
      return Stream.of("code", "type")
          .map(name -> error.path(name).asText())
          .filter(code -> !code.isEmpty())
          .toList();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }
}
