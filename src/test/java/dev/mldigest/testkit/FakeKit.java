package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kit, version 4 (its reference of 2026): {@code public} defaults to true here, which puts a
 * broadcast on the web although it is not sent; pages come by cursors.
 */
public final class FakeKit extends StoringService {
  private static final Shape INPUT =
      Shape.of(
          "email_template_id int",
          "email_address string?",
          "content string",
          "description string",
          "public bool",
          "published_at string?",
          "send_at string?",
          "thumbnail_alt string?",
          "thumbnail_url string?",
          "preview_text string",
          "subject string",
          "subscriber_filter object[]");

  public FakeKit(String key, long late) {
    super(late, "/v4/broadcasts", "X-Kit-Api-Key", key);
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public List<Kept> leaving() {
    return kept().stream()
        .filter(one ->
            !one.status().equals("draft")
                || one.fields().path("public").asBoolean()
                || !one.fields().path("send_at").isNull())
        .toList();
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String field : List.of("subject", "preview_text", "content")) {
      seen.put(field, TemplateEngine.LIQUID.render(kept.fields().path(field).asText("")));
    }
    return seen;
  }

  @Override
  protected Answer keyless() {
    return refused(401, "", "The API key is invalid");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    ObjectNode error = MAPPER.createObjectNode();
    error.withArrayProperty("errors").add(sentence);
    return error;
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "", "Not Found");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    switch (action) {
      case "stats" -> {
        return stats(one, sent(one.path("id").asText()));
      }
      case "clicks" -> {
        return clicks(one, sent(one.path("id").asText()), request);
      }
      default -> {}
    }
    if (request.method().equals("PUT")) {
      String fault = INPUT.fault(request.body());
      if (fault != null) {
        return refused(422, "", fault);
      }
      one.setAll((ObjectNode) request.body());
      if (!one.path("public").asBoolean()) {
        one.putNull("published_at");
      }
    }
    return one(200, one);
  }

  private static Answer stats(ObjectNode one, Sent readers) {
    ObjectNode broadcast = MAPPER.createObjectNode().put("id", one.path("id").asInt());
    broadcast
        .putObject("stats")
        .put("recipients", readers.recipients())
        .put("open_rate", 41.5)
        .put("emails_opened", readers.opens())
        .put("unsubscribes", readers.left())
        .put("click_rate", 100.0 * readers.clicks() / Math.max(1, readers.recipients()))
        .put("total_clicks", 3 * readers.clicks())
        .put("status", "completed")
        .put("click_tracking_disabled", false);
    return one(200, broadcast);
  }

  /** Three links to a page, by cursors. */
  private static Answer clicks(ObjectNode one, Sent readers, Request request) {
    int from = Integer.parseInt(request.query().getOrDefault("after", "0"));
    ObjectNode broadcast = MAPPER.createObjectNode().put("id", one.path("id").asInt());
    broadcast.putArray("clicks");
    links(readers, from, 3)
        .forEach(link ->
            broadcast
                .withArrayProperty("clicks")
                .addObject()
                .put("url", link.getKey())
                .put("unique_clicks", link.getValue()));
    ObjectNode answer = MAPPER.createObjectNode();
    answer.set("broadcast", broadcast);
    answer
        .putObject("pagination")
        .put("has_next_page", from + 3 < readers.byLink().size())
        .put("end_cursor", Integer.toString(from + 3));
    return new Answer(200, answer);
  }

  private static Answer one(int status, JsonNode broadcast) {
    return new Answer(status, MAPPER.createObjectNode().set("broadcast", broadcast));
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    if (fault != null) {
      return refused(422, "", fault);
    }
    int id = next();
    ObjectNode made =
        MAPPER
            .createObjectNode()
            .put("id", id)
            .put("subject", body.path("subject").asText(""))
            .put("preview_text", body.path("preview_text").asText(""))
            .put("description", body.path("description").asText(""))
            .put("content", body.path("content").asText(""))
            .put("public", isSending() || body.path("public").asBoolean(true))
            .put("status", "draft")
            .put("created_at", "2026-03-02T06:00:00Z");
    made.set("send_at", body.has("send_at") ? body.path("send_at") : MAPPER.nullNode());
    if (made.path("public").asBoolean()) {
      made.put("published_at", "2026-03-02T06:00:00Z");
    }
    stored.put(Integer.toString(id), made);
    return one(201, made);
  }

  /** Newest first; never more than three to a page. */
  @Override
  protected Answer list(Request request) {
    List<ObjectNode> all = listed().reversed();
    int from = Integer.parseInt(request.query().getOrDefault("after", "0"));
    int to = Math.min(all.size(), from + 3);
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putArray("broadcasts");
    all.subList(from, to).forEach(answer.withArrayProperty("broadcasts")::add);
    answer
        .putObject("pagination")
        .put("has_previous_page", from > 0)
        .put("has_next_page", to < all.size())
        .put("end_cursor", Integer.toString(to))
        .put("per_page", 3);
    return new Answer(200, answer);
  }
}
