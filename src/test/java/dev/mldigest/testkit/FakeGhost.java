package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Ghost 5 and 6 (its documentation of August 2026): it checks tokens, a post without {@code
 * source=html} is empty, HTML outside of a card is rewritten, a slug that is taken gets a number, a
 * change wants the last {@code updated_at}.
 */
public final class FakeGhost extends StoringService {
  private static final Shape POST =
      Shape.of(
          "title string!",
          "html string",
          "slug string",
          "status string",
          "custom_excerpt string",
          "email_subject string",
          "tags object[]",
          "updated_at string");

  private static final String BASE = "/ghost/api/admin/posts";

  private final String key;
  private final InstantSource clock;
  private int changes;

  public FakeGhost(String key, InstantSource clock, long late) {
    super(late, BASE, "Authorization", key);
    this.key = key;
    this.clock = clock;
  }

  @Override
  public synchronized void change(String id, String field, String value) {
    super.change(id, field, value);
    touched(Objects.requireNonNull(stored.get(id)));
  }

  @Override
  protected String draft() {
    return "draft";
  }

  private ObjectNode touched(ObjectNode post) {
    return post.put("updated_at", "2026-03-02T06:00:%02d.000Z".formatted(++changes % 60));
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String field : List.of("title", "custom_excerpt", "html")) {
      seen.put(field, TemplateEngine.GHOST.render(kept.fields().path(field).asText("")));
    }
    return seen;
  }

  @Override
  protected @Nullable Answer unauthorized(Request request) {
    String fault = fault(request.header("Authorization"));
    return fault == null ? null : refused(401, "UnauthorizedError", fault);
  }

  private @Nullable String fault(String header) {
    String[] parts = header.replaceFirst("^Ghost ", "").split("\\.");
    String[] halves = key.split(":");
    if (!header.startsWith("Ghost ") || parts.length != 3) {
      return "No token";
    }
    try {
      JsonNode head = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
      JsonNode said = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(halves[1]), "HmacSHA256"));
      byte[] expected =
          mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      long now = clock.instant().getEpochSecond();
      boolean right =
          head.path("alg").asText().equals("HS256")
              && head.path("kid").asText().equals(halves[0])
              && said.path("aud").asText().equals("/admin/")
              && said.path("exp").asLong() > now
              && said.path("exp").asLong() - said.path("iat").asLong() <= 300
              && MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(parts[2]));
      return right ? null : "Invalid token";
    } catch (IOException | GeneralSecurityException e) {
      return "Invalid token";
    }
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    ObjectNode error = MAPPER.createObjectNode();
    error.withArrayProperty("errors").addObject().put("type", code).put("message", sentence);
    return error;
  }

  @Override
  protected Answer keyless() {
    return refused(401, "UnauthorizedError", "Invalid token");
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.header("Accept-Version").matches("v[56]\\.\\d+")) {
      return refused(406, "RequestNotAcceptableError", "Accept-Version");
    }
    if (request.path().equals("/ghost/api/admin/links/")) {
      return links(request);
    }
    if (request.path().equals(BASE + "/")) {
      return create(request);
    }
    return request.path().startsWith(BASE + "/slug/") ? list(request) : super.answer(request);
  }

  /** Over a counter of its own, with where the mail came from. */
  private Answer links(Request request) {
    String id = request.query().getOrDefault("filter", "").replaceAll("^post_id:'|'$", "");
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putArray("links");
    links(sent(id), 0, 1000)
        .forEach(link -> {
          ObjectNode one = answer.withArrayProperty("links").addObject().put("post_id", id);
          String mark = link.getKey().contains("?") ? "&" : "?";
          one.putObject("link")
              .put("from", address() + "/r/" + Integer.toHexString(link.getKey().hashCode()))
              .put("to", link.getKey() + mark + "ref=the-weekly-newsletter");
          one.putObject("count").put("clicks", link.getValue());
        });
    return new Answer(200, answer);
  }

  /** By its slug: one, or none. */
  @Override
  protected Answer list(Request request) {
    String slug = request.path().substring(BASE.length() + 6).replaceFirst("/$", "");
    return listed().stream()
        .filter(one -> one.path("slug").asText().equals(slug))
        .findFirst()
        .map(one -> one(200, one, request))
        .orElseGet(() -> unknown(slug));
  }

  @Override
  protected Answer unknown(String id) {
    return refused(404, "NotFoundError", "Resource not found error, cannot read post.");
  }

  @Override
  protected Answer on(ObjectNode one, String action, Request request) {
    return request.method().equals("PUT") ? update(one, request.body()) : one(200, one, request);
  }

  @Override
  protected Answer create(Request request) {
    JsonNode sent = request.body().path("posts").path(0);
    String fault = POST.fault(sent);
    if (fault != null || sent.path("title").asText().length() > 255) {
      return refused(422, "ValidationError", String.valueOf(fault));
    }
    String id = "%024x".formatted(next());
    String slug = sent.path("slug").asText("untitled");
    long same =
        stored.values().stream().filter(p -> p.path("slug").asText().startsWith(slug)).count();
    ObjectNode post =
        MAPPER
            .createObjectNode()
            .put("id", id)
            .put("title", sent.path("title").asText())
            .put("slug", same == 0 ? slug : slug + "-" + (same + 1))
            .put("status", isSending() ? "published" : sent.path("status").asText("draft"))
            .put("html", html(sent.path("html").asText(""), request))
            .put("custom_excerpt", sent.path("custom_excerpt").asText(null));
    stored.put(id, touched(post));
    return one(201, post, request);
  }

  /** What is no card is read and written anew, and loses its attributes. */
  private static String html(String html, Request request) {
    if (!"html".equals(request.query().get("source"))) {
      return "";
    }
    boolean isCard =
        html.startsWith("<!--kg-card-begin: html-->") && html.endsWith("<!--kg-card-end: html-->");
    return isCard ? "\n" + html + "\n" : html.replaceAll(" [a-z-]+=\"[^\"]*\"", "");
  }

  private Answer update(ObjectNode post, JsonNode body) {
    JsonNode sent = body.path("posts").path(0);
    if (!sent.path("updated_at").asText().equals(post.path("updated_at").asText())) {
      return refused(409, "UpdateCollisionError", "Saving failed! Someone else is editing.");
    }
    post.put("status", sent.path("status").asText(post.path("status").asText()));
    return new Answer(200, posts(touched(post)));
  }

  private static JsonNode posts(JsonNode post) {
    ObjectNode all = MAPPER.createObjectNode();
    all.withArrayProperty("posts").add(post);
    return all;
  }

  /** Counts come only where they are asked for. */
  private void counted(ObjectNode post, Request request) {
    String asked = request.query().getOrDefault("include", "");
    Sent readers = sent(post.path("id").asText());
    if (asked.contains("email") && readers.recipients() > 0) {
      post.putObject("email")
          .put("email_count", readers.recipients())
          .put("opened_count", readers.opens());
    }
    if (asked.contains("count.clicks")) {
      post.putObject("count")
          .put("clicks", readers.clicks())
          .put("positive_feedback", 7)
          .put("negative_feedback", 2);
    }
  }

  /** HTML comes only where it is asked for. */
  private Answer one(int status, ObjectNode post, Request request) {
    ObjectNode shown = post.deepCopy();
    if (!request.query().getOrDefault("formats", "").contains("html")) {
      shown.remove("html");
    }
    counted(shown, request);
    return new Answer(status, posts(shown));
  }
}
