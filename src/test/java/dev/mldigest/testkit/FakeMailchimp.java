package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Mailchimp, version 3.0: a campaign has no content until a second call gives it one; whose
 * template was set keeps that and answers 200 all the same.
 */
public final class FakeMailchimp extends StoringService {
  private static final Shape INPUT =
      Shape.of("type string!", "recipients object", "settings object!", "content_type string");
  private static final Shape SETTINGS =
      Shape.of(
          "subject_line string",
          "preview_text string",
          "title string",
          "from_name string",
          "reply_to string",
          "template_id int");
  private static final Shape CONTENT = Shape.of("html string", "plain_text string");

  private boolean refusing;

  public FakeMailchimp(String key, long late) {
    super(late, "/3.0/campaigns", "Authorization", basic("digest", key));
  }

  /** From now on it takes no content. */
  public synchronized void refuses(boolean always) {
    refusing = always;
  }

  @Override
  protected String draft() {
    return "save";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    JsonNode settings = kept.fields().path("settings");
    return Map.of(
        "subject", TemplateEngine.MAILCHIMP.render(settings.path("subject_line").asText()),
        "preview", TemplateEngine.MAILCHIMP.render(settings.path("preview_text").asText()),
        "html", render(kept.fields().path("html").asText()),
        "text", render(kept.fields().path("plain_text").asText()));
  }

  private static String render(String template) {
    return TemplateEngine.MAILCHIMP.render(template.replace("*|UNSUB|*", "https://leave.example"));
  }

  @Override
  protected Answer keyless() {
    return refused(401, "API Key Invalid", "Your API key may be invalid");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("title", code).put("detail", sentence);
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.path().startsWith("/3.0/reports/")) {
      return super.answer(request);
    }
    String[] rest = request.path().substring("/3.0/reports/".length()).split("/", 2);
    if (!stored.containsKey(rest[0])) {
      return unknown(rest[0]);
    }
    return rest.length > 1
        ? clicks(sent(rest[0]), request)
        : new Answer(200, report(sent(rest[0])));
  }

  private static ObjectNode report(Sent readers) {
    ObjectNode report =
        MAPPER
            .createObjectNode()
            .put("emails_sent", readers.recipients())
            .put("unsubscribed", readers.left());
    report.putObject("opens").put("unique_opens", readers.opens());
    report.putObject("clicks").put("unique_subscriber_clicks", readers.clicks());
    return report;
  }

  /** Ten where no count is asked for. */
  private static Answer clicks(Sent readers, Request request) {
    int from = Integer.parseInt(request.query().getOrDefault("offset", "0"));
    int most = Integer.parseInt(request.query().getOrDefault("count", "10"));
    ObjectNode answer = MAPPER.createObjectNode().put("total_items", readers.byLink().size());
    answer.putArray("urls_clicked");
    links(readers, from, most)
        .forEach(link ->
            answer
                .withArrayProperty("urls_clicked")
                .addObject()
                .put("url", link.getKey())
                .put("total_clicks", 3 * link.getValue())
                .put("unique_clicks", link.getValue()));
    return new Answer(200, answer);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "Resource Not Found", "The requested resource could not be found.");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    return switch (request.method() + " " + action) {
      case "GET " -> new Answer(200, one);
      case "GET content" -> new Answer(200, content(one));
      case "PUT content" -> fill(one, request.body());
      case "DELETE " -> {
        stored.remove(one.path("id").asText());
        yield new Answer(204, MissingNode.getInstance());
      }
      case "POST actions/unschedule" -> {
        one.put("status", "save");
        yield new Answer(204, MissingNode.getInstance());
      }
      default -> refused(405, "Method Not Allowed", request.path());
    };
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    fault = fault == null ? SETTINGS.fault(body.path("settings")) : fault;
    if (fault != null || body.path("settings").path("preview_text").asText().length() > 150) {
      return refused(400, "Invalid Resource", "" + fault);
    }
    String id = "c%09x".formatted(next());
    ObjectNode made = body.deepCopy();
    made.put("id", id)
        .put("web_id", 1000 + stored.size())
        .put("status", isSending() ? "schedule" : "save")
        .put("html", "")
        .put("plain_text", "");
    stored.put(id, made);
    return new Answer(200, made);
  }

  private Answer fill(ObjectNode one, JsonNode body) {
    String fault = refusing ? "Your HTML is too big" : CONTENT.fault(body);
    if (fault != null) {
      return refused(400, "Invalid Resource", fault);
    }
    if (!one.path("settings").has("template_id")) {
      one.put("html", rewritten(body.path("html").asText(), ""))
          .put("plain_text", body.path("plain_text").asText());
    }
    return new Answer(200, content(one));
  }

  private static ObjectNode content(ObjectNode one) {
    return MAPPER
        .createObjectNode()
        .put("html", one.path("html").asText())
        .put("plain_text", one.path("plain_text").asText());
  }

  /** Newest first, never more than two to a page; ten where no count is asked for. */
  @Override
  protected Answer list(Request request) {
    List<ObjectNode> all = listed().reversed();
    int from = Math.min(all.size(), Integer.parseInt(request.query().getOrDefault("offset", "0")));
    ObjectNode answer = MAPPER.createObjectNode().put("total_items", all.size());
    answer.putArray("campaigns");
    all.subList(from, Math.min(all.size(), from + 2))
        .forEach(one -> {
          ObjectNode row = MAPPER.createObjectNode().put("id", one.path("id").asText());
          row.putObject("settings").put("title", one.path("settings").path("title").asText());
          answer.withArrayProperty("campaigns").add(row);
        });
    return new Answer(200, answer);
  }
}
