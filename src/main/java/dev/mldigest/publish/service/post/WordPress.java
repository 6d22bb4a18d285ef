package dev.mldigest.publish.service.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.Account;
import dev.mldigest.publish.service.call.Authorization;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.Json;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.call.ServiceCall;
import dev.mldigest.publish.service.draft.DraftService;
import dev.mldigest.publish.service.draft.Listing;
import dev.mldigest.publish.service.draft.Mark;
import dev.mldigest.publish.service.draft.Stored;
import dev.mldigest.publish.service.text.Seen;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * WordPress, by wp/v2 and an application password. The issue is one HTML block, which the editor
 * there leaves as it is. A post is known by its address on the web.
 */
public final class WordPress implements DraftService {
  private static final String POSTS = "/wp-json/wp/v2/posts";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.WORDPRESS;

  /** All but the bin, whose posts lose their address. */
  private static final String STATES = "publish,future,draft,pending,private";

  private static final Pattern HEADING = Pattern.compile("(?s)\\A\\s*<h1>.*?</h1>");

  private final JsonHttp http;
  private final Account account;

  public WordPress(JsonHttp http, PublishTarget settings, Secret key) {
    this.http = http;
    this.account =
        Account.of(http, "Authorization", Authorization.basic(settings.option("user"), key));
  }

  @Override
  public String title() {
    return "WordPress";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "title", Seen.of(words(draft.subject())),
        "excerpt", Seen.of(words(draft.preheader())),
        "body", Seen.of(html(draft)));
  }

  /** Titles and excerpts are HTML there. */
  private static String words(String text) {
    return LANGUAGE.html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  /**
   * In the look of the site, without a heading of its own: the post has one. Without comments, too:
   * those of blocks are commands of the editor there.
   */
  private static String html(Draft draft) {
    String body = HEADING.matcher(draft.page()).replaceFirst("").replaceAll("(?s)<!--.*?-->", "");
    return "<!-- wp:html -->\n" + LANGUAGE.html(body.strip()) + "\n<!-- /wp:html -->";
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    return account.call(
        "POST",
        POSTS,
        Json.object()
            .put("title", words(draft.subject()))
            .put("excerpt", words(draft.preheader()))
            .put("content", html(draft))
            .put("slug", mark.word())
            .put("status", "draft"));
  }

  private static String at(String id) {
    return POSTS + "/" + Fields.encoded(id);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.find(this, first -> page(mark), row -> Fields.text(row, "slug"), mark.word());
  }

  /** Of one name there is no second page. */
  private Reply<Listing.Page> page(Mark mark) {
    String query =
        "?context=edit&per_page=100&status=%s&slug=%s"
            .formatted(STATES, Fields.encoded(mark.word()));
    return account
        .get(POSTS + query)
        .then(answer -> {
          if (!answer.root().isArray()) {
            return Fields.unreadable(title());
          }
          return Reply.got(new Listing.Page(answer.root().valueStream().toList(), ""));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(answer -> stored(answer.root()))
        .then(made -> Reply.got(made.id()));
  }

  @Override
  public Reply<Stored> read(String id) {
    return account.get(at(id) + "?context=edit").then(answer -> stored(answer.root()));
  }

  private Reply<Stored> stored(JsonNode post) {
    String id = Fields.text(post, "id");
    String status = Fields.text(post, "status");
    if (id.isEmpty() || status.isEmpty()) {
      return Fields.unreadable(title());
    }
    if (status.equals("trash")) {
      return new Reply.Trouble<>(Reply.Why.GONE, "The post " + id + " is in the bin.");
    }
    return Reply.got(
        new Stored(
            id,
            state(status),
            Map.of(
                "title", Seen.of(raw(post, "title")),
                "excerpt", Seen.of(raw(post, "excerpt")),
                "body", Seen.of(raw(post, "content"))),
            Fields.text(post, "modified_gmt"),
            http.at("/wp-admin/post.php?action=edit&post=" + Fields.encoded(id)).toString()));
  }

  private static String raw(JsonNode post, String field) {
    return Fields.text(post.path(field), "raw");
  }

  private static Stored.State state(String status) {
    return switch (status) {
      case "draft", "pending", "auto-draft" -> Stored.State.DRAFT;
      default -> Stored.State.LEAVING; // publish, future, private: on the web, or about to be
    };
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(
        leaving.id(), "POST", at(leaving.id()), Json.object().put("status", "draft"));
  }
}
