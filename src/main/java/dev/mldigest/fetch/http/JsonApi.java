package dev.mldigest.fetch.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.fetch.document.BoundedJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks web services that answer in JSON. Depth and sizes are bounded; a value of another type than
 * expected counts as absent.
 */
public final class JsonApi {
  /** More than anyone counts, and as an int it can be added to another. */
  private static final int MOST_COUNT = 1_000_000_000;

  /** 1 January 3000, in seconds: what is beyond was not meant in seconds. */
  private static final long YEAR_3000 = 32_503_680_000L;

  private static final ObjectMapper MAPPER = BoundedJson.mapper(2_000_000);

  private final Http http;

  public JsonApi(Http http) {
    this.http = http;
  }

  /** What became of one question. */
  public sealed interface Answer {
    /**
     * @param status 200 for every success, or 400 where the service explains itself
     */
    record Json(int status, JsonNode root) implements Answer {}

    record Trouble(FetchOutcome outcome) implements Answer {}
  }

  public Answer get(HttpRequest request) {
    return http.get(request, Objection.NONE, JsonApi::answer);
  }

  private static Answer answer(HttpReply reply) {
    return reply instanceof HttpReply.Answered answered
            && (answered.delivers() || answered.status() == 400)
        ? read(answered)
        : new Answer.Trouble(ReplyOutcomes.of(reply));
  }

  private static Answer read(HttpReply.Answered answered) {
    String host = answered.url().getHost();
    try {
      JsonNode root = MAPPER.readTree(answered.body());
      if (root.isObject() || root.isArray()) {
        return new Answer.Json(answered.delivers() ? 200 : 400, root);
      }
      return answered.status() == 400
          ? new Answer.Trouble(ReplyOutcomes.of(answered))
          : failed(
              root.isMissingNode() ? FetchFailure.EMPTY : FetchFailure.MALFORMED,
              host + " answered with nothing.");
    } catch (JsonProcessingException e) {
      return answered.status() == 400
          ? new Answer.Trouble(ReplyOutcomes.of(answered))
          : failed(
              FetchFailure.MALFORMED, "The answer of " + host + " is broken JSON: " + brief(e));
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory cannot fail.", e);
    }
  }

  private static Answer failed(FetchFailure why, String detail) {
    return new Answer.Trouble(new FetchOutcome.Failed(why, detail));
  }

  private static String brief(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    return message.length() > 120 ? message.substring(0, 120) : message;
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A text that is not blank, or null. */
  public static @Nullable String text(JsonNode node, String field) {
    String text = node.path(field).isTextual() ? node.path(field).asText().strip() : "";
    return text.isEmpty() ? null : text;
  }

  /** A number of things: 0 if absent, never negative, never past a thousand million. */
  public static int count(JsonNode node, String field) {
    double number = node.path(field).isNumber() ? node.path(field).asDouble() : 0;
    return (int) Math.clamp(number, 0.0, MOST_COUNT); // NaN becomes 0
  }

  /** Seconds since 1970, or null if that is no time between then and the year 3000. */
  public static @Nullable Instant seconds(JsonNode node, String field) {
    double number = node.path(field).isNumber() ? node.path(field).asDouble() : -1;
    return number > 0 && number < YEAR_3000 ? Instant.ofEpochSecond((long) number) : null;
  }
}
