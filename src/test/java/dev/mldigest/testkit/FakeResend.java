package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Resend's broadcasts: with {@code send} they go at once; lists hold no bodies. */
public final class FakeResend extends StoringService {
  private static final Shape INPUT =
      Shape.of(
          "name string",
          "segment_id string!",
          "from string!",
          "subject string!",
          "preview_text string",
          "html string",
          "text string",
          "send bool",
          "scheduled_at string");

  public FakeResend(String key, long late) {
    super(late, "/broadcasts", "Authorization", "Bearer " + key);
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    ObjectNode one = kept.fields();
    return Map.of(
        "subject", TemplateEngine.RESEND.render(one.path("subject").asText()),
        "preview", TemplateEngine.RESEND.render(one.path("preview_text").asText()),
        "html", render(one.path("html").asText()),
        "text", render(one.path("text").asText()));
  }

  private static String render(String template) {
    return TemplateEngine.RESEND.render(
        template.replace("{{{RESEND_UNSUBSCRIBE_URL}}}", "https://leave.example"));
  }

  @Override
  protected Answer keyless() {
    return refused(401, "missing_api_key", "Missing API key");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("name", code).put("message", sentence);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "not_found", "Broadcast not found");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    return action.equals("cancel") ? cancel(one) : new Answer(200, one);
  }

  /** What is scheduled is a draft again; what is being sent stops and is none. */
  private Answer cancel(ObjectNode one) {
    switch (one.path("status").asText()) {
      case "scheduled" -> one.put("status", "draft").putNull("scheduled_at");
      case "queued" -> one.put("status", "canceled");
      default -> {
        return refused(403, "validation_error", "Only queued or scheduled can be canceled.");
      }
    }
    return new Answer(200, one);
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    if (fault != null) {
      return refused(422, "validation_error", fault);
    }
    String id = "b0000000-0000-4000-8000-%012d".formatted(next());
    ObjectNode made = body.deepCopy();
    made.put("id", id)
        .put("status", body.path("send").asBoolean() ? "queued" : "draft")
        .putNull("scheduled_at");
    if (isSending()) {
      made.put("status", "scheduled").put("scheduled_at", "2026-03-09T12:00:00Z");
    }
    stored.put(id, made);
    return new Answer(201, MAPPER.createObjectNode().put("id", id));
  }

  /** Newest first, two to a page. */
  @Override
  protected Answer list(Request request) {
    List<ObjectNode> all = listed().reversed();
    String after = request.query().getOrDefault("after", "");
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      from = all.get(i).path("id").asText().equals(after) ? i + 1 : from;
    }
    ObjectNode answer = MAPPER.createObjectNode().put("object", "list");
    answer.put("has_more", from + 2 < all.size()).putArray("data");
    all.stream()
        .skip(from)
        .limit(2)
        .map(one ->
            MAPPER
                .createObjectNode()
                .put("id", one.path("id").asText())
                .put("name", one.path("name").asText())
                .put("status", one.path("status").asText()))
        .forEach(answer.withArrayProperty("data")::add);
    return new Answer(200, answer);
  }
}
