package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * listmonk (its documentation and code of July 2026): what is made is a draft; subject, body and
 * text part are Go templates that are compiled when they are sent. It has no idempotency.
 */
public final class FakeListmonk extends FakeService {
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

  private final Map<String, ObjectNode> campaigns = new LinkedHashMap<>();
  private final String key;
  private boolean scheduling;
  private int changes;

  /**
   * @param key user and token, with a colon between
   */
  public FakeListmonk(String key, long late) {
    super(late);
    this.key = key;
  }

  /** From now on it schedules what it is given. */
  public synchronized void schedules(boolean always) {
    scheduling = always;
  }

  /** Somebody changes a campaign in the service. */
  public synchronized void change(String id, String field, String value) {
    java.util.Objects.requireNonNull(campaigns.get(id))
        .put(field, value)
        .put("updated_at", "change " + ++changes);
  }

  @Override
  public synchronized List<Kept> kept() {
    return campaigns.values().stream()
        .map(one -> new Kept(one.path("id").asText(), one.path("status").asText(), one))
        .toList();
  }

  @Override
  public List<Kept> leaving() {
    return kept().stream().filter(one -> !one.status().equals("draft")).toList();
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
  protected @Nullable Answer unauthorized(Request request) {
    return request.header("Authorization").equals("token " + key)
        ? null
        : refused(403, "", "invalid session or API key");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("message", sentence);
  }

  @Override
  protected Answer answer(Request request) {
    if (request.path().equals("/api/campaigns")) {
      return request.method().equals("POST") ? create(request.body()) : list(request);
    }
    String id = request.path().replaceFirst("/api/campaigns/(\\d+).*", "$1");
    ObjectNode campaign = campaigns.get(id);
    if (campaign == null) {
      return refused(400, "", "Campaign not found");
    }
    return request.method().equals("PUT")
        ? status(campaign, request.body().path("status").asText())
        : data(campaign);
  }

  private static Answer data(JsonNode value) {
    return new Answer(200, MAPPER.createObjectNode().set("data", value));
  }

  private Answer create(JsonNode body) {
    String fault = INPUT.fault(body);
    if (fault != null || body.path("lists").isEmpty()) {
      return refused(400, "", "Invalid fields: " + fault);
    }
    if (!List.of("richtext", "html", "markdown", "plain", "visual")
            .contains(body.path("content_type").asText())
        || !body.path("type").asText().equals("regular")) {
      return refused(400, "", "Invalid type");
    }
    String id = Integer.toString(campaigns.size() + 1);
    ObjectNode campaign = body.deepCopy();
    campaign.put("id", campaigns.size() + 1);
    campaign.put("status", scheduling ? "scheduled" : "draft");
    campaign.put("updated_at", "change 0");
    campaign.putArray("lists");
    body.path("lists")
        .forEach(list ->
            campaign
                .withArrayProperty("lists")
                .addObject()
                .put("id", list.asInt())
                .put("name", "List"));
    campaigns.put(id, campaign);
    return data(campaign);
  }

  private Answer list(Request request) {
    ObjectNode found = MAPPER.createObjectNode();
    String tag = request.query().getOrDefault("tags", "");
    campaigns.values().stream()
        .filter(one -> isListed(one.path("id").asText()))
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
