package dev.mldigest.model.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is around the text of an answer, in whatever dialect, in the one form of OpenAI's protocol.
 *
 * @param text what the model wrote as its answer; empty if nothing
 * @param reasoned whether it thought before
 * @param refusal its own words, or null
 * @param usage as it was told
 */
public record Envelope(
    String text, boolean reasoned, Finish finish, @Nullable String refusal, JsonNode usage) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Where servers put thoughts: DeepSeek and vLLM, OpenRouter and newer vLLM, Ollama. */
  private static final List<String> THOUGHTS =
      List.of("reasoning_content", "reasoning", "thinking");

  /** Parts of a content that are its text: OpenAI, its Responses API, and both without a type. */
  private static final List<String> TEXTS = List.of("text", "output_text", "");

  /** Empty if it is no answer of a model. */
  public static Optional<Envelope> read(String body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      JsonNode one = root.isArray() && root.size() == 1 ? root.get(0) : root;
      return one.isObject() ? read(one) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Envelope> read(JsonNode root) {
    JsonNode choice = root.path("choices").path(0);
    if (choice.path("text").isTextual() && !choice.has("message")) {
      return Optional.of(
          of(root, choice, MAPPER.createObjectNode().set("content", choice.get("text"))));
    }
    return Stream.of(choice.path("message"), choice.path("delta"), root.path("message"), root)
        .filter(message -> message.isObject() && isMessage(message))
        .findFirst()
        .map(message -> of(root, choice, message));
  }

  private static boolean isMessage(JsonNode message) {
    return message.has("content")
        || message.hasNonNull("tool_calls")
        || message.hasNonNull("refusal")
        || THOUGHTS.stream().anyMatch(message::hasNonNull);
  }

  private static Envelope of(JsonNode root, JsonNode choice, JsonNode message) {
    String thoughts =
        THOUGHTS.stream().map(name -> text(message.path(name))).collect(Collectors.joining());
    String written =
        Stream.of(text(message.path("content")), arguments(message), thoughts)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    JsonNode usage = root.path("usage");
    boolean counted =
        usage.findValues("reasoning_tokens").stream().anyMatch(count -> count.asLong() > 0);
    // Whoever has not begun the answer has thought aloud, or in secret.
    boolean begun = written.indexOf('{') >= 0;
    boolean reasoned =
        counted
            || !begun
            || !thoughts.isBlank()
            || message.path("content").findValue("thinking") != null;
    Finish finish =
        Finish.of(
            Stream.of(
                    choice.path("finish_reason"),
                    root.path("stop_reason"),
                    root.path("done_reason"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(null));
    JsonNode refusal = message.path("refusal");
    return new Envelope(
        written, reasoned, finish, refusal.isTextual() ? refusal.asText() : null, usage);
  }

  /** A text, the texts among parts, or a JSON value that somebody has read already. */
  private static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    if (content.isArray()) {
      return content.valueStream().map(Envelope::part).collect(Collectors.joining());
    }
    return content.isObject() ? part(content) : "";
  }

  private static String part(JsonNode part) {
    if (part.isTextual()) {
      return part.asText();
    }
    JsonNode text = part.path("text");
    if (TEXTS.contains(part.path("type").asText()) && text.isTextual()) {
      return text.asText();
    }
    boolean called = part.path("type").asText().equals("tool_use");
    return called ? part.path("input").toString() : part.has("type") ? "" : part.toString();
  }

  /**
   * An answer as the arguments of a function, as servers make schemas hold that have no other way.
   */
  private static String arguments(JsonNode message) {
    JsonNode calls = message.path("tool_calls");
    JsonNode call =
        calls.size() == 1 ? calls.path(0).path("function") : message.path("function_call");
    JsonNode arguments = call.path("arguments");
    return arguments.isTextual() || arguments.isMissingNode()
        ? arguments.asText()
        : arguments.toString();
  }

  /** True if the model thought, as its service counts, and then said nothing. */
  public boolean isSilent() {
    return text.isBlank()
        && refusal == null
        && usage.findValues("reasoning_tokens").stream().anyMatch(count -> count.asLong() > 0);
  }

  /** As OpenAI's protocol has it. */
  public String openAi() {
    ObjectNode root = MAPPER.createObjectNode().put("object", "chat.completion");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", finish.word());
    choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", text)
        .put("refusal", refusal);
    return root.toString();
  }

  /** As Anthropic's protocol has it. */
  public String anthropic() {
    ObjectNode root =
        MAPPER.createObjectNode().put("id", "").put("type", "message").put("role", "assistant");
    root.putArray("content").addObject().put("type", "text").put("text", text);
    return root.put(
            "stop_reason",
            switch (finish) {
              case STOP -> "end_turn";
              case LENGTH -> "max_tokens";
              case FILTER -> "refusal";
            })
        .toString();
  }
}
