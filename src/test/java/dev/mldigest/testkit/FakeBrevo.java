package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Brevo, version 3: a campaign with a time is on its way; an empty list is left out. */
public final class FakeBrevo extends StoringService {
  private static final Shape INPUT =
      Shape.of(
          "name string!",
          "subject string!",
          "previewText string",
          "sender object!",
          "htmlContent string!",
          "recipients object",
          "scheduledAt string",
          "sendAtBestTime bool",
          "inlineImageActivation bool");
  private static final Shape SENDER = Shape.of("name string", "email string!");
  private static final Shape RECIPIENTS = Shape.of("listIds int[]!");

  public FakeBrevo(String key, long late) {
    super(late, "/v3/emailCampaigns", "api-key", key);
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    ObjectNode one = kept.fields();
    return Map.of(
        "subject", TemplateEngine.BREVO.render(one.path("subject").asText()),
        "preview", TemplateEngine.BREVO.render(one.path("previewText").asText()),
        "html",
            TemplateEngine.BREVO.render(
                one.path("htmlContent")
                    .asText()
                    .replace("{{ unsubscribe }}", "https://leave.example")));
  }

  @Override
  protected Answer keyless() {
    return refused(401, "unauthorized", "Key not found");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("code", code).put("message", sentence);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "document_not_found", "Campaign ID does not exist");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    if (action.equals("status")) {
      one.put("status", request.body().path("status").asText());
      return new Answer(204, MissingNode.getInstance());
    }
    return new Answer(200, one);
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    fault = fault == null ? SENDER.fault(body.path("sender")) : fault;
    fault =
        fault == null && body.has("recipients") ? RECIPIENTS.fault(body.path("recipients")) : fault;
    if (fault != null) {
      return refused(400, "invalid_parameter", fault);
    }
    int id = next();
    ObjectNode made = body.deepCopy();
    made.put("id", id)
        .put("type", "classic")
        .put("status", isSending() || body.has("scheduledAt") ? "queued" : "draft")
        .put("modifiedAt", "2026-03-02T06:00:00.000Z")
        .put("htmlContent", rewritten(body.path("htmlContent").asText(), ""));
    stored.put(Integer.toString(id), made);
    return new Answer(201, MAPPER.createObjectNode().put("id", id));
  }

  /** Newest first, three to a page. */
  @Override
  protected Answer list(Request request) {
    List<ObjectNode> all = listed().reversed();
    ObjectNode answer = MAPPER.createObjectNode().put("count", all.size());
    if (!all.isEmpty()) {
      answer.putArray("campaigns");
      all.stream()
          .skip(Integer.parseInt(request.query().getOrDefault("offset", "0")))
          .limit(3)
          .map(one -> one.deepCopy().put("htmlContent", ""))
          .forEach(answer.withArrayProperty("campaigns")::add);
    }
    return new Answer(200, answer);
  }
}
