package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kit, version 4 (its reference of 2026): {@code public} defaults to true here, which puts a
 * broadcast on the web although it is not sent; pages come by cursors.
 */
public final class FakeKit extends FakeService {
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

  private final Map<String, ObjectNode> broadcasts = new LinkedHashMap<>();
  private final String key;
  private boolean publishing;

  public FakeKit(String key, long late) {
    super(late);
    this.key = key;
  }

  /** From now on it publishes what it is given. */
  public synchronized void publishes(boolean always) {
    publishing = always;
  }

  /** Somebody changes a broadcast in the service. */
  public synchronized void change(String id, String field, String value) {
    Objects.requireNonNull(broadcasts.get(id)).put(field, value);
  }

  @Override
  public synchronized List<Kept> kept() {
    return broadcasts.values().stream()
        .map(one -> new Kept(one.path("id").asText(), one.path("status").asText(), one))
        .toList();
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
  protected @Nullable Answer unauthorized(Request request) {
    return request.header("X-Kit-Api-Key").equals(key)
        ? null
        : refused(401, "", "The API key is invalid");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    ObjectNode error = MAPPER.createObjectNode();
    error.withArrayProperty("errors").add(sentence);
    return error;
  }

  @Override
  protected Answer answer(Request request) {
    if (request.path().equals("/v4/broadcasts")) {
      return request.method().equals("POST") ? create(request.body()) : list(request);
    }
    ObjectNode one = broadcasts.get(request.path().replaceFirst(".*/", ""));
    if (one == null) {
      return refused(404, "", "Not Found");
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

  private static Answer one(int status, JsonNode broadcast) {
    return new Answer(status, MAPPER.createObjectNode().set("broadcast", broadcast));
  }

  private Answer create(JsonNode body) {
    String fault = INPUT.fault(body);
    if (fault != null) {
      return refused(422, "", fault);
    }
    ObjectNode made =
        MAPPER
            .createObjectNode()
            .put("id", broadcasts.size() + 1)
            .put("subject", body.path("subject").asText(""))
            .put("preview_text", body.path("preview_text").asText(""))
            .put("description", body.path("description").asText(""))
            .put("content", body.path("content").asText(""))
            .put("public", publishing || body.path("public").asBoolean(true))
            .put("status", "draft")
            .put("created_at", "2026-03-02T06:00:00Z");
    made.set("send_at", body.has("send_at") ? body.path("send_at") : MAPPER.nullNode());
    if (made.path("public").asBoolean()) {
      made.put("published_at", "2026-03-02T06:00:00Z");
    }
    broadcasts.put(Integer.toString(broadcasts.size() + 1), made);
    return one(201, made);
  }

  /** Newest first; never more than three to a page. */
  private Answer list(Request request) {
    List<ObjectNode> all =
        broadcasts.values().stream()
            .filter(one -> isListed(one.path("id").asText()))
            .toList()
            .reversed();
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
