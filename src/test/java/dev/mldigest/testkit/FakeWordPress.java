package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * WordPress, wp/v2: shows drafts to those who ask for them by name, writes HTML anew, and acts on
 * shortcodes where a page is shown.
 */
public final class FakeWordPress extends StoringService {
  private static final Shape INPUT =
      Shape.of("title string", "excerpt string", "content string", "slug string", "status string");
  private static final List<String> STATES =
      List.of("publish", "future", "draft", "pending", "private");

  public FakeWordPress(String user, String key, long late) {
    super(late, "/wp-json/wp/v2/posts", "Authorization", basic(user, key));
  }

  @Override
  protected String draft() {
    return "draft";
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    ObjectNode one = kept.fields();
    String content = one.path("content").asText();
    if (content.split("<!--", -1).length != 3) {
      throw new IllegalStateException("blocks beside the one: " + content);
    }
    return Map.of(
        "subject", words(one.path("title").asText()),
        "preview", words(one.path("excerpt").asText()),
        "html", TemplateEngine.WORDPRESS.render(content));
  }

  /** Titles are HTML. */
  private static String words(String html) {
    return Jsoup.parseBodyFragment(TemplateEngine.WORDPRESS.render(html)).body().wholeText();
  }

  @Override
  protected Answer keyless() {
    return refused(401, "rest_cannot_create", "Sorry, you are not allowed to do that.");
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("code", code).put("message", sentence);
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "rest_post_invalid_id", "Invalid post ID.");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    if (request.method().equals("POST")) {
      String fault = INPUT.fault(request.body());
      if (fault != null) {
        return refused(400, "rest_invalid_param", fault);
      }
      one.setAll((ObjectNode) request.body());
    }
    return new Answer(200, shown(one));
  }

  private static ObjectNode shown(ObjectNode one) {
    ObjectNode post = MAPPER.createObjectNode();
    post.put("id", one.path("id").asInt())
        .put("status", one.path("status").asText())
        .put("slug", one.path("slug").asText())
        .put("modified_gmt", "2026-03-02T06:00:00");
    for (String field : List.of("title", "excerpt", "content")) {
      post.putObject(field).put("raw", one.path(field).asText());
    }
    return post;
  }

  @Override
  protected Answer create(Request request) {
    JsonNode body = request.body();
    String fault = INPUT.fault(body);
    if (fault != null || !STATES.contains(body.path("status").asText("draft"))) {
      return refused(400, "rest_invalid_param", "" + fault);
    }
    int id = next();
    ObjectNode made = body.deepCopy();
    made.put("id", id)
        .put("status", isSending() ? "publish" : body.path("status").asText("draft"))
        .put("content", anew(body.path("content").asText()));
    stored.put(Integer.toString(id), made);
    return new Answer(201, shown(made));
  }

  private static String anew(String content) {
    var read = Jsoup.parseBodyFragment(content);
    read.outputSettings().prettyPrint(false);
    return read.body().html();
  }

  /** Only what is published, unless other states are named. */
  @Override
  protected Answer list(Request request) {
    List<String> states = List.of(request.query().getOrDefault("status", "publish").split(","));
    if (!request.query().getOrDefault("context", "").equals("edit")
        || !STATES.containsAll(states)) {
      return refused(400, "rest_invalid_param", "Invalid parameter(s): status");
    }
    ArrayNode posts = MAPPER.createArrayNode();
    listed().stream()
        .filter(one -> states.contains(one.path("status").asText()))
        .filter(one -> one.path("slug").asText().equals(request.query().get("slug")))
        .forEach(one -> posts.add(shown(one)));
    return new Answer(200, posts);
  }
}
