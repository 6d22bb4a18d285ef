package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * MailerLite: lists those that are ready unless told otherwise, and takes no mail that readers
 * cannot leave the list by.
 */
public final class FakeMailerLite extends StoringService {
  private static final Shape INPUT =
      Shape.of(
          "name string!", "type string!", "language_id int", "emails object[]!", "groups string[]");
  private static final Shape MAIL =
      Shape.of("subject string!", "from_name string!", "from string!", "content string");

  public FakeMailerLite(String key, long late) {
    super(late, "/api/campaigns", "Authorization", "Bearer " + key);
  }

  @Override
  public synchronized void change(String id, String field, String value) {
    ((ObjectNode) Objects.requireNonNull(stored.get(id)).path("emails").path(0)).put(field, value);
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    JsonNode mail = kept.fields().path("emails").path(0);
    return Map.of(
        "subject", TemplateEngine.MAILERLITE.render(mail.path("subject").asText()),
        "html",
            TemplateEngine.MAILERLITE.render(
                mail.path("content").asText().replace("{$unsubscribe}", "https://leave.example")));
  }

  @Override
  protected @Nullable Answer unauthorized(Request request) {
    if (!request.header("X-Version").matches("\\d{4}-\\d\\d-\\d\\d")) {
      return refused(400, "", "A test wants the version pinned.");
    }
    return super.unauthorized(request);
  }

  @Override
  protected Answer keyless() {
    return refused(401, "", "Unauthenticated.");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("message", sentence);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "", "Resource not found.");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    if (action.equals("cancel")) {
      one.put("status", "draft");
    }
    return new Answer(200, MAPPER.createObjectNode().set("data", one));
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    fault = fault == null ? MAIL.fault(body.path("emails").path(0)) : fault;
    String content = body.path("emails").path(0).path("content").asText();
    if (fault == null && !content.contains("{$unsubscribe}")) {
      fault = "The content has no unsubscribe link.";
    }
    if (fault != null) {
      return refused(422, "", fault);
    }
    String id = Integer.toString(next());
    ObjectNode made = body.deepCopy();
    ((ObjectNode) made.path("emails").path(0)).put("content", rewritten(content, ""));
    made.put("id", id)
        .put("status", isSending() ? "ready" : "draft")
        .put("updated_at", "2026-03-02 06:00:00");
    stored.put(id, made);
    return new Answer(201, MAPPER.createObjectNode().set("data", made));
  }

  /** Two to a page. */
  @Override
  protected Answer list(Request request) {
    String status = request.query().getOrDefault("filter%5Bstatus%5D", "ready");
    int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
    if (!List.of("10", "25", "50", "100").contains(request.query().getOrDefault("limit", "25"))) {
      return refused(422, "", "The selected limit is invalid.");
    }
    List<ObjectNode> all =
        listed().stream().filter(one -> one.path("status").asText().equals(status)).toList();
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putArray("data");
    all.stream().skip((page - 1) * 2L).limit(2).forEach(answer.withArrayProperty("data")::add);
    answer.putObject("meta").put("current_page", page).put("last_page", (all.size() + 1) / 2);
    return new Answer(200, answer);
  }
}
