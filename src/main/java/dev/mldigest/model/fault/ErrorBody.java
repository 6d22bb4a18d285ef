package dev.mldigest.model.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An error answer, in whatever envelope: OpenAI's and Anthropic's object, Google's list of one, a
 * bare sentence, FastAPI's {@code detail}, an event of a stream, one error quoted within another.
 *
 * @param codes codes, types, statuses, reasons and quotas, in lower case
 * @param sentences what it says, the one that says most first
 * @param waits what it says of when to come again, as it says it
 * @param status the HTTP status it speaks of itself; 0 if none
 */
record ErrorBody(Set<String> codes, List<String> sentences, List<String> waits, int status) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An error within an error within an error; nobody nests deeper. */
  private static final int MOST_DEEP = 12;

  private static final Set<String> CODES =
      Set.of(
          "code",
          "type",
          "status",
          "reason",
          "quotaid",
          "error_type",
          "limit_source",
          "block_reason",
          "blockreason");
  private static final Set<String> SENTENCES =
      Set.of("message", "error", "detail", "msg", "raw", "error_description", "title", "refusal");
  private static final Set<String> WAITS =
      Set.of(
          "retrydelay",
          "retry_after",
          "retry_after_seconds",
          "estimated_time",
          "x-ratelimit-reset",
          "retry-after");

  /** Sentences of a gateway that hide what the service behind it said. */
  private static final Set<String> EMPTY_WORDS =
      Set.of("provider returned error", "upstream error", "error", "bad request");

  ErrorBody {
    codes = Set.copyOf(codes);
    sentences = List.copyOf(sentences);
    waits = List.copyOf(waits);
  }

  static ErrorBody of(String body) {
    Reader reader = new Reader();
    reader.text(body, 0);
    return reader.result();
  }

  /** All it says, in lower case. */
  String text() {
    return String.join("\n", sentences).toLowerCase(Locale.ROOT);
  }

  /** The sentence for a person; empty where there is none. */
  String sentence() {
    return sentences.stream()
        .filter(sentence -> !EMPTY_WORDS.contains(sentence.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(sentences.isEmpty() ? "" : sentences.getFirst());
  }

  /** JSON, or the JSON of the first event of a stream that holds an error. */
  static Optional<JsonNode> json(String text) {
    String body = text.strip();
    try {
      if (body.startsWith("{") || body.startsWith("[")) {
        JsonNode root = MAPPER.readTree(body);
        return Optional.of(root.isArray() && root.size() == 1 ? root.get(0) : root);
      }
      for (String line : body.lines().toList()) {
        if (line.startsWith("data:") && line.contains("\"error\"")) {
          return Optional.of(MAPPER.readTree(line.substring("data:".length())));
        }
      }
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Walks through an answer; the names of the fields tell what is what. */
  private static final class Reader {
    private final Set<String> codes = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();
    private int status;

    ErrorBody result() {
      return new ErrorBody(codes, sentences, waits, status);
    }

    void text(String text, int depth) {
      Optional<JsonNode> json = depth > MOST_DEEP ? Optional.empty() : json(text);
      if (json.isPresent()) {
        node(json.get(), depth + 1);
      } else if (!text.isBlank() && !isPage(text)) {
        sentences.add(text.strip());
        quoted(text, depth);
      }
    }

    /** {@code 429 Too Many Requests: {"error": …}}, as gateways quote who stands behind them. */
    private void quoted(String text, int depth) {
      int start = text.indexOf("{\"");
      int end = text.lastIndexOf('}');
      if (start > 0 && end > start && depth <= MOST_DEEP) {
        json(text.substring(start, end + 1)).ifPresent(inner -> node(inner, depth + 1));
      }
    }

    private void node(JsonNode node, int depth) {
      if (depth > MOST_DEEP) {
        return;
      }
      if (node.isArray()) {
        node.forEach(element -> node(element, depth + 1));
        return;
      }
      node.properties()
          .forEach(field -> {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
              if (name.equals("loc")) {
                return; // it stands before its sentence
              }
              node(value, depth + 1);
            } else if (CODES.contains(name)) {
              code(value);
            } else if (SENTENCES.contains(name) && value.isTextual()) {
              text(where(node) + value.asText(), depth);
            } else if (WAITS.contains(name)) {
              waits.add(value.asText());
            }
          });
      if (node.path("reasons").isArray()) {
        node.path("reasons").forEach(reason -> codes.add("moderation: " + reason.asText()));
      }
    }

    private void code(JsonNode value) {
      String code = value.asText().toLowerCase(Locale.ROOT);
      boolean number = code.matches("[45]\\d\\d");
      if (number && status == 0) {
        status = Integer.parseInt(code);
      } else if (!number && !value.isNull() && !code.isBlank()) {
        codes.add(code);
      }
    }

    /** FastAPI names the field that its sentence is about. */
    private static String where(JsonNode node) {
      JsonNode place = node.path("loc");
      if (!place.isArray() || place.isEmpty()) {
        return "";
      }
      List<String> names = new ArrayList<>();
      place.forEach(name -> names.add(name.asText()));
      return String.join(".", names) + ": ";
    }

    /** A page for people says nothing that a person would want quoted. */
    private static boolean isPage(String text) {
      String start = text.stripLeading().toLowerCase(Locale.ROOT);
      return start.startsWith("<!doctype")
          || start.startsWith("<html")
          || start.startsWith("<?xml");
    }
  }
}
