package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * beehiiv, version 2: it answers 201 at once and makes the post some seconds later, or never; until
 * then the post is in no list. What it is given without a status goes out at once.
 */
public final class FakeBeehiiv extends StoringService {
  /** Seconds. */
  private static final int BUILDING = 3;

  private static final Shape INPUT =
      Shape.of(
          "title string!",
          "subtitle string",
          "body_content string",
          "status string",
          "email_settings object",
          "web_settings object");
  private static final Shape MAIL =
      Shape.of("email_subject_line string", "email_preview_text string");
  private static final Shape WEB = Shape.of("slug string", "hide_from_feed bool");

  private final InstantSource clock;
  private final Set<String> failed = new HashSet<>();
  private boolean failing;

  public FakeBeehiiv(String key, InstantSource clock, long late) {
    super(late, "/v2/publications/pub_ours/posts", "Authorization", "Bearer " + key);
    this.clock = clock;
  }

  /** From now on nothing comes of what it takes. */
  public synchronized void fails(boolean always) {
    failing = always;
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    ObjectNode one = kept.fields();
    return Map.of(
        "subject",
        TemplateEngine.LIQUID.render(
            one.path("email_settings").path("email_subject_line").asText()),
        "preview",
        TemplateEngine.LIQUID.render(
            one.path("email_settings").path("email_preview_text").asText()),
        "html",
        TemplateEngine.LIQUID.render(one.path("body_content").asText()));
  }

  @Override
  protected Answer keyless() {
    return refused(401, "INVALID_API_KEY", "The API key is not valid");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    ObjectNode error = MAPPER.createObjectNode().put("status", 400);
    error.withArrayProperty("errors").addObject().put("code", code).put("message", sentence);
    return error;
  }

  @Override
  protected Answer unknown(String id) {
    return failed.contains(id)
        ? refused(404, "POST_CREATION_FAILED", "The post could not be created.")
        : refused(404, "NOT_FOUND", "Post not found");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    String id = one.path("id").asText();
    if (!isBuilt(one)) {
      return new Answer(202, data(MAPPER.createObjectNode().put("id", id)));
    }
    if (request.method().equals("DELETE")) {
      stored.remove(id);
      return new Answer(204, MissingNode.getInstance());
    }
    return new Answer(200, data(counted(shown(one), request)));
  }

  /** Counts come only where they are asked for. */
  private ObjectNode counted(ObjectNode post, Request request) {
    if (request.query().containsValue("stats")) {
      Sent readers = sent(post.path("id").asText());
      ObjectNode stats = post.putObject("stats");
      stats
          .putObject("email")
          .put("recipients", readers.recipients())
          .put("unique_opens", readers.opens())
          .put("unique_clicks", readers.clicks())
          .put("unsubscribes", readers.left());
      stats.putArray("clicks");
      links(readers, 0, 1000)
          .forEach(link -> {
            ObjectNode one =
                stats.withArrayProperty("clicks").addObject().put("url", link.getKey());
            one.putObject("email").put("unique_clicks", link.getValue());
            one.putObject("web").put("clicks", 1);
          });
    }
    return post;
  }

  private boolean isBuilt(ObjectNode one) {
    return !clock.instant().isBefore(Instant.parse(one.path("built").asText()));
  }

  private static ObjectNode data(JsonNode value) {
    return MAPPER.createObjectNode().set("data", value);
  }

  /** Within beehiiv's own template, as a reader would get it. */
  private ObjectNode shown(ObjectNode one) {
    ObjectNode post = one.deepCopy();
    post.remove("body_content");
    String mail =
        "<table><tr><td>View online</td></tr><tr><td>"
            + Jsoup.parse(TemplateEngine.LIQUID.render(one.path("body_content").asText()))
                .body()
                .html()
            + "</td></tr><tr><td>Update your preferences</td></tr></table>";
    post.putObject("content").putObject("free").put("email", mail);
    return post;
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    fault = fault == null ? MAIL.fault(body.path("email_settings")) : fault;
    fault = fault == null ? WEB.fault(body.path("web_settings")) : fault;
    if (fault != null) {
      return refused(400, "BAD_REQUEST", fault);
    }
    String id = "post_" + next();
    if (failing) {
      failed.add(id);
      return new Answer(201, data(MAPPER.createObjectNode().put("id", id)));
    }
    ObjectNode made = body.deepCopy();
    made.put("id", id)
        .put("status", isSending() ? "confirmed" : body.path("status").asText("confirmed"))
        .put("slug", body.path("web_settings").path("slug").asText())
        .put("built", clock.instant().plusSeconds(BUILDING).toString())
        .put("body_content", rewritten(body.path("body_content").asText(), "style,link,script"));
    stored.put(id, made);
    return new Answer(201, data(MAPPER.createObjectNode().put("id", id)));
  }

  @Override
  protected Answer list(Request request) {
    String slug = request.query().getOrDefault("slugs%5B%5D", "");
    boolean all = request.query().getOrDefault("status", "").equals("all");
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putArray("data");
    listed().stream()
        .filter(this::isBuilt)
        .filter(one -> all && one.path("slug").asText().equals(slug))
        .forEach(answer.withArrayProperty("data")::add);
    return new Answer(200, answer);
  }
}
