package dev.mldigest.model.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that came as a stream of events (WHATWG server-sent events, or a JSON object a line)
 * although none was asked for: joined into the answer that it is the pieces of.
 */
final class EventStream {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The parts of a piece that are texts to be joined; OpenAI's names and its imitators'. */
  private static final List<String> TEXTS =
      List.of("content", "reasoning_content", "reasoning", "refusal");

  private final ObjectNode envelope = MAPPER.createObjectNode();
  private final ObjectNode message = MAPPER.createObjectNode();
  private final StringBuilder arguments = new StringBuilder();
  private @Nullable String finish;
  private boolean any;

  private EventStream() {}

  static boolean isOne(@Nullable String type, String text) {
    String told = type == null ? "" : type.toLowerCase(Locale.ROOT);
    String start = text.stripLeading();
    return (told.startsWith("text/event-stream") && !start.startsWith("{"))
        || (told.contains("ndjson") && start.startsWith("{"))
        || start.startsWith("data:")
        || start.startsWith("event:")
        || start.startsWith(": ");
  }

  /** The answer as one JSON text; the text itself where it holds no piece of an answer. */
  static String joined(String text) {
    EventStream stream = new EventStream();
    List<JsonNode> events = text.lines().map(EventStream::event).flatMap(Optional::stream).toList();
    for (JsonNode event : events) {
      if (event.hasNonNull("error")) {
        return event.toString();
      }
      stream.add(event);
    }
    return stream.any ? stream.whole() : text;
  }

  private static Optional<JsonNode> event(String line) {
    String data = line.startsWith("data:") ? line.substring(5).strip() : line.strip();
    if (!data.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(data));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // a piece that broke off; what is missing shows in the answer
    }
  }

  private void add(JsonNode event) {
    JsonNode choice = event.path("choices").path(0);
    JsonNode piece = choice.has("delta") ? choice.get("delta") : choice.path("message");
    pieces(piece.isObject() ? piece : event.path("message"));
    pieces(anthropic(event));
    finish =
        told(choice.get("finish_reason"), event.get("done_reason"), event.at("/delta/stop_reason"));
    JsonNode usage = event.has("usage") ? event.get("usage") : event.at("/message/usage");
    if (usage.isObject()) {
      envelope.withObject("/usage").setAll((ObjectNode) usage);
    }
  }

  /** A piece of a text block, named as in the other protocol. */
  private static JsonNode anthropic(JsonNode event) {
    JsonNode delta = event.path("delta");
    ObjectNode piece = MAPPER.createObjectNode();
    if (delta.path("text").isTextual()) {
      piece.set("content", delta.get("text"));
    }
    if (delta.path("thinking").isTextual()) {
      piece.set("reasoning", delta.get("thinking"));
    }
    return piece;
  }

  private void pieces(JsonNode piece) {
    for (String name : TEXTS) {
      if (piece.path(name).isTextual()) {
        any = true;
        message.put(name, message.path(name).asText() + piece.get(name).asText());
      }
    }
    for (JsonNode call : piece.path("tool_calls")) {
      any = true;
      arguments.append(call.at("/function/arguments").asText());
    }
  }

  private @Nullable String told(@Nullable JsonNode... reasons) {
    for (JsonNode reason : reasons) {
      if (reason != null && reason.isTextual()) {
        return reason.asText();
      }
    }
    return finish;
  }

  private String whole() {
    if (!arguments.isEmpty()) {
      message
          .putArray("tool_calls")
          .addObject()
          .putObject("function")
          .put("arguments", arguments.toString());
    }
    ArrayNode choices = envelope.putArray("choices");
    choices.addObject().put("finish_reason", finish).set("message", message);
    return envelope.toString();
  }
}
