package dev.mldigest.model.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer without a model's words means.
 *
 * @param sentence the provider's own, as it came; empty if there is none
 * @param again when it says to come again, or null
 */
public record Told(Fault fault, String sentence, @Nullable Duration again) {
  /** Ends of an answer that never reached its own: who stands behind the gateway broke off. */
  private static final Set<String> BROKEN_OFF =
      Set.of("error", "network_error", "insufficient_system_resource", "abort", "overloaded");

  /** Ends at which a filter took the word. */
  private static final Set<String> FILTERED =
      Set.of(
          "content_filter",
          "content-filter",
          "refusal",
          "sensitive",
          "safety",
          "prohibited_content",
          "recitation",
          "blocklist",
          "spii",
          "guardrail_intervened");

  /** Ends at which the context was full: of an answer that began, but of a request too long. */
  private static final Set<String> CONTEXT_FULL =
      Set.of("model_context_window_exceeded", "context_length_exceeded");

  /** An answer whose status is no success. */
  public static Told of(int status, String body, Instant now) {
    ErrorBody read = ErrorBody.of(body);
    Fault fault = FaultRules.fault(status, read).orElseGet(() -> byStatus(status));
    return told(fault, read, now);
  }

  /**
   * The fault that an answer of status 200 holds, if it does: an error in place of choices or
   * beside what broke off, a filter's end, a full context. Words of the model that came to their
   * end are never one.
   */
  public static Optional<Told> inSuccess(String body, Instant now) {
    JsonNode root = ErrorBody.json(body).orElse(null);
    if (root == null) {
      return isPage(body) ? Optional.of(new Told(Fault.BROKEN, "", null)) : Optional.empty();
    }
    JsonNode choice = root.path("choices").path(0);
    String end = end(root, choice);
    if (FILTERED.contains(end) || blocked(root)) {
      return Optional.of(told(Fault.FLAGGED, refusal(root, choice), now));
    }
    if (CONTEXT_FULL.contains(end)) {
      return Optional.of(new Told(Fault.TOO_LONG, "", null));
    }
    if (end.equals("pause_turn")) {
      return Optional.of(new Told(Fault.GARBLED, "", null));
    }
    boolean brokenOff = BROKEN_OFF.contains(end);
    if (!brokenOff && (hasWords(root, choice) || !isError(root, choice))) {
      return Optional.empty();
    }
    ErrorBody read = ErrorBody.of(isError(root, choice) ? body : "");
    int status = read.status() == 0 ? (brokenOff ? 502 : 200) : read.status();
    return Optional.of(
        told(FaultRules.fault(status, read).orElseGet(() -> byStatus(status)), read, now));
  }

  private static Told told(Fault fault, ErrorBody read, Instant now) {
    return new Told(fault, read.sentence(), Comeback.in(read, now).orElse(null));
  }

  private static Fault byStatus(int status) {
    return switch (status) {
      case 401, 403 -> Fault.NO_ACCESS;
      case 402 -> Fault.NO_CREDIT;
      case 404, 405, 410, 301, 302, 303, 307, 308 -> Fault.WRONG_ADDRESS;
      case 413 -> Fault.TOO_LONG;
      case 429 -> Fault.RATE_LIMITED;
      case 502, 503, 504, 529 -> Fault.BUSY;
      case 408, 425, 200 -> Fault.BROKEN;
      default -> status >= 500 ? Fault.BROKEN : Fault.REJECTED;
    };
  }

  private static String end(JsonNode root, JsonNode choice) {
    String end = choice.path("finish_reason").asText(root.path("stop_reason").asText());
    return end.toLowerCase(Locale.ROOT);
  }

  /** Gemini gives no choice at all where it does not like the question. */
  private static boolean blocked(JsonNode root) {
    return root.path("prompt_feedback").hasNonNull("block_reason")
        || root.path("promptFeedback").hasNonNull("blockReason");
  }

  private static ErrorBody refusal(JsonNode root, JsonNode choice) {
    String words = choice.path("message").path("refusal").asText("");
    return ErrorBody.of(words.isBlank() ? root.path("error").path("message").asText("") : words);
  }

  private static boolean hasWords(JsonNode root, JsonNode choice) {
    return !choice.path("message").path("content").asText("").isBlank()
        || choice.path("message").path("content").isArray()
        || (root.path("content").isArray() && !root.path("content").isEmpty());
  }

  private static boolean isError(JsonNode root, JsonNode choice) {
    return is(root.path("error"))
        || is(choice.path("error"))
        || root.path("object").asText().equals("error")
        || root.path("type").asText().equals("error")
        || (!root.has("choices")
            && !root.has("content")
            && (root.has("detail") || root.path("message").isTextual() || root.has("errors")));
  }

  private static boolean is(JsonNode error) {
    return (error.isObject() && !error.isEmpty())
        || (error.isTextual() && !error.asText().isBlank());
  }

  private static boolean isPage(String body) {
    String start = body.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html");
  }
}
