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
import dev.mldigest.publish.service.text.Cut;
import dev.mldigest.publish.service.text.Leaving;
import dev.mldigest.publish.service.text.Seen;
import dev.mldigest.publish.service.text.Sender;
import dev.mldigest.publish.template.TemplateLanguage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mailchimp, version 3.0. A campaign takes two calls, and has no content between them: it is known
 * by its title, which readers never see, and ended by whoever finds it. No template is ever set:
 * that cannot be undone, and the content is ignored from then on.
 */
public final class Mailchimp implements DraftService {
  private static final String CAMPAIGNS = "/3.0/campaigns";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.MAILCHIMP;
  private static final String LEAVE = "*|UNSUB|*";

  /** A campaign with a longer subject was refused; of a preview nothing is told. */
  private static final int LINE = 150;

  /** Of a page: the most there is. */
  private static final int PAGE = 1_000;

  private static final Pattern CENTRE = Pattern.compile("([a-z]+\\d+\\.)api\\.mailchimp\\.com");

  private final Account account;
  private final Sender sender;
  private final String audience;

  public Mailchimp(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = account(http, key);
    this.sender = Sender.of(settings.option("from"));
    this.audience = settings.option("audience");
  }

  static Account account(JsonHttp http, Secret key) {
    return Account.of(http, "Authorization", Authorization.basic("digest", key));
  }

  @Override
  public String title() {
    return "Mailchimp";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", subject(draft),
        "preview", preview(draft),
        "body", Seen.of(html(draft)),
        "text", Seen.ofText(text(draft)));
  }

  private static String subject(Draft draft) {
    return Cut.to(LANGUAGE.text(draft.subject()), LINE);
  }

  private static String preview(Draft draft) {
    return Cut.to(LANGUAGE.text(draft.preheader()), LINE);
  }

  private static String html(Draft draft) {
    return Leaving.html(LANGUAGE.html(draft.html()), LEAVE);
  }

  private static String text(Draft draft) {
    return Leaving.text(LANGUAGE.text(draft.text()), LEAVE);
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    ObjectNode body = Json.object().put("type", "regular");
    body.putObject("recipients").put("list_id", audience);
    body.putObject("settings")
        .put("subject_line", subject(draft))
        .put("preview_text", preview(draft))
        .put("title", mark.word())
        .put("from_name", sender.name())
        .put("reply_to", sender.address());
    return account.call("POST", CAMPAIGNS, body);
  }

  private ServiceCall filling(String id, Draft draft) {
    return account.call(
        "PUT",
        at(id) + "/content",
        Json.object().put("html", html(draft)).put("plain_text", text(draft)));
  }

  private static String at(String id) {
    return CAMPAIGNS + "/" + Fields.encoded(id);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.find(
        this, this::page, row -> Fields.text(row.path("settings"), "title"), mark.word());
  }

  private Reply<Listing.Page> page(String from) {
    int offset = Listing.number(from, 0);
    String query =
        "?count=%d&offset=%d&sort_field=create_time&sort_dir=DESC&fields=%s"
            .formatted(
                PAGE, offset, Fields.encoded("campaigns.id,campaigns.settings.title,total_items"));
    return account
        .get(CAMPAIGNS + query)
        .then(answer -> {
          JsonNode campaigns = answer.root().path("campaigns");
          if (!campaigns.isArray() || !answer.root().path("total_items").isNumber()) {
            return Fields.unreadable(title());
          }
          return Reply.got(
              Listing.Page.counted(campaigns, offset, answer.root().path("total_items").asInt()));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(answer -> Fields.id(answer.root(), title()))
        .then(id -> filled(id, draft));
  }

  /** That it is half made shows when it is read; what is refused for good is taken away again. */
  private Reply<String> filled(String id, Draft draft) {
    if (account.send(filling(id, draft))
        instanceof Reply.Trouble<JsonHttp.Answer>(Reply.Why why, String sentence)) {
      return why == Reply.Why.REFUSED ? removed(id, sentence) : Reply.got(id);
    }
    return Reply.got(id);
  }

  private Reply<String> removed(String id, String sentence) {
    return account.send(account.call("DELETE", at(id), null)) instanceof Reply.Got<JsonHttp.Answer>
        ? new Reply.Trouble<>(Reply.Why.REFUSED, sentence + " The empty campaign was deleted.")
        : Reply.got(id);
  }

  @Override
  public Reply<String> finish(Stored half, Draft draft, Mark mark) {
    return account.send(filling(half.id(), draft)).then(answer -> Reply.got(half.id()));
  }

  @Override
  public Reply<Stored> read(String id) {
    return account
        .get(at(id))
        .then(campaign ->
            account
                .get(at(id) + "/content")
                .then(content -> stored(campaign.root(), content.root())));
  }

  private Reply<Stored> stored(JsonNode campaign, JsonNode content) {
    String id = Fields.text(campaign, "id");
    if (id.isEmpty() || !content.isObject()) {
      return Fields.unreadable(title());
    }
    JsonNode settings = campaign.path("settings");
    String html = Fields.text(content, "html");
    String web = Fields.text(campaign, "web_id");
    return Reply.got(
        new Stored(
            id,
            state(Fields.text(campaign, "status"), html),
            Map.of(
                "subject", Fields.text(settings, "subject_line"),
                "preview", Fields.text(settings, "preview_text"),
                "body", Seen.of(html),
                "text", Seen.ofText(Fields.text(content, "plain_text"))),
            "",
            web.isEmpty() ? "" : page(account.http().at(CAMPAIGNS)) + web));
  }

  /** Where a person finds a campaign by its number: in the data centre that the address names. */
  static String page(URI api) {
    Matcher centre = CENTRE.matcher(api.getHost());
    return "https://%sadmin.mailchimp.com/campaigns/show/?id="
        .formatted(centre.matches() ? centre.group(1) : "");
  }

  private static Stored.State state(String status, String html) {
    return switch (status) {
      case "save" -> html.isBlank() ? Stored.State.HALF_MADE : Stored.State.DRAFT;
      case "sent", "archived", "canceled" -> Stored.State.SENT;
      default -> Stored.State.LEAVING; // schedule, sending, paused, canceling
    };
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(leaving.id(), "POST", at(leaving.id()) + "/actions/unschedule", null);
  }
}
