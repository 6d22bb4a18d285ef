package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buttondown, version 2026-04-01 (its openapi.json of August 2026): a mail that does not say it is
 * a draft is about to be sent; unknown fields, front matter and a wrong slug are refused; a
 * repeated idempotency key gets the first answer again.
 */
public final class FakeButtondown extends StoringService {
  private static final Shape INPUT =
      Shape.of(
          "subject string!",
          "body string",
          "status string",
          "slug string",
          "description string",
          "canonical_url string",
          "image string",
          "metadata object",
          "archival_mode string",
          "secondary_id int",
          "template string",
          "filters object");

  private static final Shape UPDATE =
      Shape.of("subject string", "body string", "status string", "slug string", "metadata object");

  private final Map<String, Answer> repeated = new HashMap<>();
  private int changes;

  public FakeButtondown(String key, long late) {
    super(late, "/v1/emails", "Authorization", "Token " + key);
  }

  @Override
  public synchronized void change(String id, String field, String value) {
    super.change(id, field, value);
    super.change(id, "modification_date", "change " + ++changes);
  }

  public synchronized void delete(String id) {
    stored.remove(id);
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String field : List.of("subject", "description", "body")) {
      seen.put(field, TemplateEngine.DJANGO.render(kept.fields().path(field).asText("")));
    }
    return seen;
  }

  @Override
  protected Answer keyless() {
    return refused(401, "unauthorized", "Invalid token.");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER
        .createObjectNode()
        .put("code", code)
        .put("detail", sentence)
        .set("metadata", MAPPER.createObjectNode());
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.header("X-API-Version").equals("2026-04-01")) {
      return refused(400, "api_version_invalid", "Unknown version.");
    }
    return request.path().equals("/v1/events") ? events(request) : super.answer(request);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "not_found", "Not found.");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    if (action.equals("analytics")) {
      return analytics(sent(one.path("id").asText()));
    }
    return request.method().equals("PATCH") ? update(one, request.body()) : new Answer(200, one);
  }

  private static Answer analytics(Sent readers) {
    return new Answer(
        200,
        MAPPER
            .createObjectNode()
            .put("recipients", readers.recipients())
            .put("deliveries", readers.recipients())
            .put("opens", readers.opens())
            .put("clicks", readers.clicks())
            .put("unsubscriptions", readers.left())
            .put("replies", readers.replies()));
  }

  /** An event a click, with the person; 40 to a page whatever is asked for. */
  private Answer events(Request request) {
    if (!request.query().getOrDefault("event_type", "").equals("clicked")
        || Integer.parseInt(request.query().getOrDefault("page_size", "0")) > 5000) {
      return refused(422, "invalid", "Filters.");
    }
    List<Sent.Click> all = sent(request.query().getOrDefault("email_id", "")).events();
    int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
    int from = Math.min(all.size(), (page - 1) * 40);
    int to = Math.min(all.size(), page * 40);
    ObjectNode answer = MAPPER.createObjectNode().put("count", all.size());
    answer.putArray("results");
    for (Sent.Click click : all.subList(from, to)) {
      ObjectNode event =
          answer
              .withArrayProperty("results")
              .addObject()
              .put("id", "ext_evt_" + from)
              .put("subscriber_id", click.person())
              .put("event_type", "clicked");
      event.putObject("metadata").put("url", click.link()).put("ip_address", "192.0.2.7");
      event.putObject("subscriber").put("email_address", click.mail());
    }
    answer.put("next", to < all.size() ? address() + "/v1/events?page=" + (page + 1) : null);
    return new Answer(200, answer);
  }

  @Override
  protected Answer create(Request request) {
    String idempotency = request.header("X-Idempotency-Key");
    if (idempotency.length() > 200) {
      return refused(400, "idempotency_key_invalid", "Too long.");
    }
    Answer before = idempotency.isEmpty() ? null : repeated.get(idempotency);
    if (before != null && stored.containsKey(before.body().path("id").asText())) {
      return before;
    }
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    if (fault != null) {
      return new Answer(
          422, MAPPER.createObjectNode().set("detail", MAPPER.createArrayNode().add(fault)));
    }
    String text = body.path("body").asText("");
    if (text.stripLeading().startsWith("---")) {
      return refused(400, "body_contains_frontmatter", "No front matter.");
    }
    String slug = body.path("slug").asText("");
    if (body.has("slug") && !slug.matches("[A-Za-z0-9_-]{1,100}")) {
      return refused(400, "slug_invalid", "Slug.");
    }
    if (body.path("subject").asText().length() > 2000) {
      return refused(400, "subject_invalid", "Subject.");
    }
    String id = "em_" + next();
    String status = isSending() ? "about_to_send" : body.path("status").asText("about_to_send");
    ObjectNode mail =
        MAPPER
            .createObjectNode()
            .put("id", id)
            .put("subject", body.path("subject").asText())
            .put("body", text)
            .put("status", status)
            .put("slug", slug)
            .put("description", body.path("description").asText(""))
            .put("creation_date", "2026-03-02T06:00:00Z")
            .put("modification_date", "change 0")
            .put("absolute_url", "https://buttondown.com/x/archive/" + slug);
    stored.put(id, mail);
    Answer answer = new Answer(201, mail.deepCopy());
    repeated.put(idempotency, answer);
    return answer;
  }

  /** Five to a page, so that looking at the first alone is not enough. */
  @Override
  protected Answer list(Request request) {
    int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
    List<ObjectNode> all = listed();
    int from = Math.min(all.size(), (page - 1) * 5);
    int to = Math.min(all.size(), page * 5);
    ObjectNode answer = MAPPER.createObjectNode().put("count", all.size());
    all.subList(from, to).forEach(answer.withArrayProperty("results")::add);
    if (from == to) {
      answer.putArray("results");
    }
    answer.put("next", to < all.size() ? address() + "/v1/emails?page=" + (page + 1) : null);
    return new Answer(200, answer);
  }

  private Answer update(ObjectNode mail, JsonNode change) {
    String fault = UPDATE.fault(change);
    if (fault != null) {
      return refused(422, "invalid", fault);
    }
    mail.setAll((ObjectNode) change);
    return new Answer(200, mail);
  }
}
