package dev.mldigest.publish.service.campaign;

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
import dev.mldigest.publish.service.text.Leaving;
import dev.mldigest.publish.service.text.Seen;
import dev.mldigest.publish.service.text.Sender;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;

/**
 * MailerLite. Campaigns are drafts until they are scheduled by a call of their own. It is known by
 * its name, which readers never see.
 */
public final class MailerLite implements DraftService {
  private static final String CAMPAIGNS = "/api/campaigns";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.MAILERLITE;
  private static final String LEAVE = "{$unsubscribe}";

  /** The interface of that day, whatever is newer. */
  private static final Map<String, String> VERSION = Map.of("X-Version", "2026-08-13");

  /** Without one, only those that are ready are listed. */
  private static final List<String> STATES = List.of("draft", "ready", "sent");

  /** Of a page, as its reference has it; how many more it would give at once, it does not say. */
  private static final int PAGE = 25;

  private final Account account;
  private final Sender sender;
  private final String group;

  public MailerLite(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = Account.of(http, VERSION, "Authorization", Authorization.bearer(key));
    this.sender = Sender.of(settings.option("from"));
    this.group = settings.option("audience");
  }

  @Override
  public String title() {
    return "MailerLite";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of("subject", LANGUAGE.text(draft.subject()), "body", Seen.of(html(draft)));
  }

  private static String html(Draft draft) {
    return Leaving.html(LANGUAGE.html(draft.html()), LEAVE);
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    ObjectNode body = Json.object().put("name", mark.word()).put("type", "regular");
    body.putArray("emails")
        .addObject()
        .put("subject", LANGUAGE.text(draft.subject()))
        .put("from_name", sender.name())
        .put("from", sender.address())
        .put("content", html(draft));
    if (!group.isEmpty()) {
      body.putArray("groups").add(group);
    }
    return account.call("POST", CAMPAIGNS, body);
  }

  private static String at(String id) {
    return CAMPAIGNS + "/" + Fields.encoded(id);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.find(this, this::page, row -> Fields.text(row, "name"), mark.word());
  }

  /**
   * @param from state and page, such as {@code 1/3}
   */
  private Reply<Listing.Page> page(String from) {
    int state = from.isEmpty() ? 0 : Integer.parseInt(from.substring(0, from.indexOf('/')));
    int page = from.isEmpty() ? 1 : Integer.parseInt(from.substring(from.indexOf('/') + 1));
    String query =
        "?%s=%s&limit=%d&page=%d"
            .formatted(Fields.encoded("filter[status]"), STATES.get(state), PAGE, page);
    return account
        .get(CAMPAIGNS + query)
        .then(answer -> {
          JsonNode rows = answer.root().path("data");
          JsonNode pages = answer.root().path("meta").path("last_page");
          if (!rows.isArray()) {
            return Fields.unreadable(title());
          }
          // Where it does not say how many pages there are, an empty one is the last.
          boolean more = pages.isNumber() ? page < pages.asInt() : !rows.isEmpty();
          String next =
              more ? state + "/" + (page + 1) : state + 1 < STATES.size() ? (state + 1) + "/1" : "";
          return Reply.got(new Listing.Page(rows.valueStream().toList(), next));
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
    return account.get(at(id)).then(answer -> stored(answer.root()));
  }

  private Reply<Stored> stored(JsonNode root) {
    JsonNode campaign = root.path("data");
    String id = Fields.text(campaign, "id");
    JsonNode mail = campaign.path("emails").path(0);
    if (id.isEmpty() || !mail.isObject()) {
      return Fields.unreadable(title());
    }
    return Reply.got(
        new Stored(
            id,
            state(Fields.text(campaign, "status")),
            Map.of(
                "subject", Fields.text(mail, "subject"),
                "body", Seen.of(Fields.text(mail, "content"))),
            Fields.text(campaign, "updated_at"),
            "https://dashboard.mailerlite.com/campaigns/" + id));
  }

  private static Stored.State state(String status) {
    return switch (status) {
      case "draft" -> Stored.State.DRAFT;
      case "sent" -> Stored.State.SENT;
      default -> Stored.State.LEAVING; // ready: it is scheduled or under way
    };
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(leaving.id(), "POST", at(leaving.id()) + "/cancel", null);
  }
}
