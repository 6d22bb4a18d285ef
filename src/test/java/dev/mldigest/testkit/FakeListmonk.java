package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * listmonk (its documentation and code of July 2026): what is made is a draft; subject, body and
 * text part are Go templates that are compiled when they are sent. It has no idempotency.
 */
public final class FakeListmonk extends StoringService {
  private static final Shape INPUT =
      Shape.of(
          "name string!",
          "subject string!",
          "lists int[]!",
          "from_email string",
          "type string!",
          "content_type string!",
          "body string!",
          "altbody string",
          "send_at string?",
          "messenger string",
          "template_id int",
          "tags string[]",
          "headers object[]",
          "attribs object");

  private int changes;

  /**
   * @param key user and token, with a colon between
   */
  public FakeListmonk(String key, long late) {
    super(late, "/api/campaigns", "Authorization", "token " + key);
  }

  @Override
  public synchronized void change(String id, String field, String value) {
    super.change(id, field, value);
    super.change(id, "updated_at", "change " + ++changes);
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String field : List.of("subject", "body", "altbody")) {
      seen.put(field, TemplateEngine.LISTMONK.render(kept.fields().path(field).asText("")));
    }
    return seen;
  }

  @Override
  protected Answer keyless() {
    return refused(403, "", "invalid session or API key");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("message", sentence);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(400, "", "Campaign not found");
  }

  @Override
  protected Answer answer(Request request) {
    return request.path().equals("/api/campaigns/analytics/links")
        ? clicks(request)
        : super.answer(request);
  }

  /** Never more than fifty. */
  private Answer clicks(Request request) {
    String from = request.query().getOrDefault("from", "");
    String to = request.query().getOrDefault("to", "");
    if (!from.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") || to.compareTo(from) <= 0) {
      return refused(400, "", "Invalid from or to dates.");
    }
    var rows = MAPPER.createArrayNode();
    links(sent(request.query().getOrDefault("id", "")), 0, 50)
        .forEach(link -> rows.addObject().put("url", link.getKey()).put("count", link.getValue()));
    return data(rows);
  }

  private ObjectNode counted(ObjectNode one) {
    Sent readers = sent(one.path("id").asText());
    return one.put("sent", readers.recipients())
        .put("views", readers.opens())
        .put("clicks", readers.clicks());
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    counted(one);
    return request.method().equals("PUT")
        ? status(one, request.body().path("status").asText())
        : data(one);
  }

  private static Answer data(JsonNode value) {
    return new Answer(200, MAPPER.createObjectNode().set("data", value));
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    if (fault != null || body.path("lists").isEmpty()) {
      return refused(400, "", "Invalid fields: " + fault);
    }
    if (!List.of("richtext", "html", "markdown", "plain", "visual")
            .contains(body.path("content_type").asText())
        || !body.path("type").asText().equals("regular")) {
      return refused(400, "", "Invalid type");
    }
    int id = next();
    ObjectNode campaign = body.deepCopy();
    campaign.put("id", id);
    campaign.put("status", isSending() ? "scheduled" : "draft");
    campaign.put("updated_at", "change 0");
    campaign.putArray("lists");
    body.path("lists")
        .forEach(list ->
            campaign
                .withArrayProperty("lists")
                .addObject()
                .put("id", list.asInt())
                .put("name", "List"));
    stored.put(Integer.toString(id), campaign);
    return data(campaign);
  }

  @Override
  protected Answer list(Request request) {
    ObjectNode found = MAPPER.createObjectNode();
    String tag = request.query().getOrDefault("tags", "");
    listed().stream()
        .filter(one -> tag.isEmpty() || one.path("tags").toString().contains("\"" + tag + "\""))
        .limit(request.query().getOrDefault("per_page", "20").equals("all") ? 1000 : 20)
        .forEach(found.withArrayProperty("results")::add);
    if (!found.has("results")) {
      found.putArray("results");
    }
    return data(found.put("total", found.path("results").size()));
  }

  private Answer status(ObjectNode campaign, String wanted) {
    String now = campaign.path("status").asText();
    boolean allowed =
        switch (wanted) {
          case "draft" -> now.equals("scheduled");
          case "scheduled" -> now.equals("draft");
          case "running" -> now.equals("draft") || now.equals("paused");
          case "paused", "cancelled" -> now.equals("running");
          default -> false;
        };
    if (!allowed) {
      return refused(400, "", "Cannot change the status from " + now + " to " + wanted);
    }
    return data(campaign.put("status", wanted));
  }
}
