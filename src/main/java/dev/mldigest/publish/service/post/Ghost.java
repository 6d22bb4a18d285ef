package dev.mldigest.publish.service.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.Account;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.Json;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.call.ServiceCall;
import dev.mldigest.publish.service.draft.DraftService;
import dev.mldigest.publish.service.draft.Mark;
import dev.mldigest.publish.service.draft.Stored;
import dev.mldigest.publish.service.text.Cut;
import dev.mldigest.publish.service.text.MailBody;
import dev.mldigest.publish.template.TemplateLanguage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ghost. HTML goes in as one card, which keeps it to the byte; without {@code source=html} a post
 * is empty in silence. Mail goes out only when a person publishes, so a draft cannot.
 */
public final class Ghost implements DraftService {
  /** Understood by Ghost 5 and 6. */
  private static final String VERSION = "v5.0";

  private static final String POSTS = "/ghost/api/admin/posts/";
  private static final String BEGIN = "<!--kg-card-begin: html-->";
  private static final String END = "<!--kg-card-end: html-->";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.GHOST;

  /** Of a title and of an excerpt: its schema. */
  private static final int LONGEST_TITLE = 255;

  private static final int LONGEST_EXCERPT = 300;

  private final JsonHttp http;
  private final Account account;

  public Ghost(JsonHttp http, Secret key, InstantSource clock) {
    this.http = http;
    this.account = account(http, key, clock);
  }

  static Account account(JsonHttp http, Secret key, InstantSource clock) {
    GhostToken token = new GhostToken(key, clock);
    return new Account(
        http,
        Map.of("Accept-Version", VERSION),
        () -> Map.of("Authorization", new Secret("Ghost " + token.fresh())));
  }

  @Override
  public String title() {
    return "Ghost";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "title", Cut.to(LANGUAGE.text(draft.subject()), LONGEST_TITLE),
        "excerpt", Cut.to(LANGUAGE.text(draft.preheader()), LONGEST_EXCERPT),
        "body", LANGUAGE.html(MailBody.of(draft.html()).replace("<!--kg-card", "<!-- kg-card")));
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    Map<String, String> content = content(draft);
    ObjectNode post =
        Json.object()
            .put("title", content.get("title"))
            .put("slug", mark.word())
            .put("html", BEGIN + "\n" + content.get("body") + "\n" + END)
            .put("status", "draft");
    if (!draft.preheader().isEmpty()) {
      post.put("custom_excerpt", content.get("excerpt"));
    }
    return account.call("POST", POSTS + "?source=html", posts(post));
  }

  private static ObjectNode posts(ObjectNode post) {
    ObjectNode body = Json.object();
    body.withArrayProperty("posts").add(post);
    return body;
  }

  /**
   * A 404 that Ghost itself explains says that there is none; one of somebody else says nothing.
   */
  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return account
        .get(POSTS + "slug/" + mark.word() + "/?formats=html", Set.of(404))
        .then(answer ->
            answer.status() == 404
                ? answer.root().path("errors").isArray()
                    ? Reply.got(List.of())
                    : Fields.unreadable(title())
                : post(answer).then(post -> Reply.got(List.of(post))));
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(this::post)
        .then(post -> Reply.got(post.id()));
  }

  @Override
  public Reply<Stored> read(String id) {
    return account.get(POSTS + Fields.encoded(id) + "/?formats=html").then(this::post);
  }

  /** It takes a change only from who has seen the last one. */
  @Override
  public Reply<String> setBack(Stored leaving) {
    ObjectNode post = Json.object().put("status", "draft").put("updated_at", leaving.updated());
    return account.change(
        leaving.id(), "PUT", POSTS + Fields.encoded(leaving.id()) + "/", posts(post));
  }

  private Reply<Stored> post(JsonHttp.Answer answer) {
    JsonNode post = answer.root().path("posts").path(0);
    return Fields.text(post, "id").isEmpty() ? Fields.unreadable(title()) : Reply.got(stored(post));
  }

  private Stored stored(JsonNode post) {
    String id = Fields.text(post, "id");
    return new Stored(
        id,
        switch (Fields.text(post, "status")) {
          case "draft" -> Stored.State.DRAFT;
          case "sent" -> Stored.State.SENT;
          default -> Stored.State.LEAVING; // published, scheduled
        },
        Map.of(
            "title", Fields.text(post, "title"),
            "excerpt", Fields.text(post, "custom_excerpt"),
            "body", Fields.text(post, "html").replace(BEGIN, "").replace(END, "").strip()),
        Fields.text(post, "updated_at"),
        http.at("/ghost/#/editor/post/" + id).toString());
  }
}
