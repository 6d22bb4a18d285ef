package dev.mldigest.publish.service.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.mldigest.publish.service.text.MailBody;
import dev.mldigest.publish.service.text.Seen;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;

/**
 * beehiiv, version 2; posts by way of its interface are for the plans Max and Enterprise. What it
 * takes is made later, and may come to nothing: that shows when it is read. A post without {@code
 * status} was published at once until August 2026. It is known by its address on the web.
 */
public final class Beehiiv implements DraftService {
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.LIQUID;

  /** Before and behind what is ours, which stands among beehiiv's own words; it shows nothing. */
  private static final String EDGE = TemplateLanguage.NOTHING.repeat(4);

  private static final int PAGE = 100;

  private final Account account;
  private final String posts;

  public Beehiiv(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = account(http, key);
    this.posts = posts(settings);
  }

  static Account account(JsonHttp http, Secret key) {
    return Account.of(http, "Authorization", Authorization.bearer(key));
  }

  static String posts(PublishTarget settings) {
    return "/v2/publications/" + Fields.encoded(settings.option("publication")) + "/posts";
  }

  @Override
  public String title() {
    return "beehiiv";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "title", LANGUAGE.text(draft.subject()),
        "subtitle", LANGUAGE.text(draft.preheader()),
        "body", within(html(draft)));
  }

  private static String html(Draft draft) {
    return "<div>" + EDGE + LANGUAGE.html(MailBody.of(draft.html())) + EDGE + "</div>";
  }

  /** The words between the edges; none where an edge is gone. */
  private static String within(String html) {
    String words = Seen.of(html);
    int from = words.indexOf(EDGE);
    int to = words.lastIndexOf(EDGE);
    return from < 0 || to <= from ? "" : words.substring(from + EDGE.length(), to).strip();
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    ObjectNode body =
        Json.object()
            .put("title", LANGUAGE.text(draft.subject()))
            .put("subtitle", LANGUAGE.text(draft.preheader()))
            .put("body_content", html(draft))
            .put("status", "draft");
    body.putObject("email_settings")
        .put("email_subject_line", LANGUAGE.text(draft.subject()))
        .put("email_preview_text", LANGUAGE.text(draft.preheader()));
    body.putObject("web_settings").put("slug", mark.word());
    return account.call("POST", posts, body);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.find(
        this, from -> page(mark, from), row -> Fields.text(row, "slug"), mark.word());
  }

  /** Whether it goes by the slug is not taken for granted: a full page is followed by another. */
  private Reply<Listing.Page> page(Mark mark, String from) {
    int page = Listing.number(from, 1);
    String query =
        "?status=all&hidden_from_feed=all&limit=%d&page=%d&%s=%s"
            .formatted(PAGE, page, Fields.encoded("slugs[]"), Fields.encoded(mark.word()));
    return account
        .get(posts + query)
        .then(answer -> {
          JsonNode rows = answer.root().path("data");
          if (!rows.isArray()) {
            return Fields.unreadable(title());
          }
          boolean isLast = rows.size() < PAGE && answer.root().path("total_pages").asInt() <= page;
          return Reply.got(
              new Listing.Page(rows.valueStream().toList(), isLast ? "" : "" + (page + 1)));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(answer -> Fields.id(answer.root().path("data"), title()));
  }

  @Override
  public Reply<Stored> read(String id) {
    String query = "?" + Fields.encoded("expand[]") + "=free_email_content";
    return account
        .get(posts + "/" + Fields.encoded(id) + query)
        .then(answer -> answer.status() == 202 ? Reply.got(pending(id)) : stored(answer.root()));
  }

  private static Stored pending(String id) {
    return new Stored(id, Stored.State.PENDING, Map.of(), "", "");
  }

  private Reply<Stored> stored(JsonNode root) {
    JsonNode post = root.path("data");
    String id = Fields.text(post, "id");
    if (id.isEmpty()) {
      return Fields.unreadable(title());
    }
    String html = Fields.text(post.path("content").path("free"), "email");
    return Reply.got(
        new Stored(
            id,
            state(Fields.text(post, "status")),
            Map.of(
                "title", Fields.text(post, "title"),
                "subtitle", Fields.text(post, "subtitle"),
                "body", within(html)),
            "",
            "https://app.beehiiv.com/posts/" + id.replace("post_", "")));
  }

  private static Stored.State state(String status) {
    return switch (status) {
      case "draft" -> Stored.State.DRAFT;
      case "archived" -> Stored.State.SENT;
      default -> Stored.State.LEAVING; // confirmed: now, or when it is scheduled
    };
  }

  /** There is no way from a confirmed post back to a draft: it is deleted before it goes. */
  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(leaving.id(), "DELETE", posts + "/" + Fields.encoded(leaving.id()), null);
  }
}
