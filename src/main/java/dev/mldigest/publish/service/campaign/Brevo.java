package dev.mldigest.publish.service.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.Account;
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
import java.util.Set;

/**
 * Brevo, version 3. A campaign is a draft unless {@code scheduledAt} stands in it, which never
 * does. It is known by its name, which readers never see.
 */
public final class Brevo implements DraftService {
  private static final String CAMPAIGNS = "/v3/emailCampaigns";

  private static final FlatCampaigns.Spelling SPELLING =
      new FlatCampaigns.Spelling(
          CAMPAIGNS,
          Map.of(
              "subject", FlatCampaigns.Field.whole("subject"),
              "preview", FlatCampaigns.Field.whole("previewText"),
              "body", new FlatCampaigns.Field("htmlContent", Seen::of)),
          "scheduledAt",
          "modifiedAt",
          Set.of("sent", "archive"),
          "https://app.brevo.com/marketing-campaign/edit/");

  private static final TemplateLanguage LANGUAGE = TemplateLanguage.BREVO;
  private static final String LEAVE = "{{ unsubscribe }}";
  private static final int PAGE = 50;

  private final Account account;
  private final FlatCampaigns campaigns;
  private final Sender sender;
  private final List<String> lists;

  public Brevo(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = Account.of(http, "api-key", key);
    this.campaigns = new FlatCampaigns(account, title(), SPELLING);
    this.sender = Sender.of(settings.option("from"));
    this.lists = settings.options().getOrDefault("lists", List.of());
  }

  @Override
  public String title() {
    return "Brevo";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", LANGUAGE.text(draft.subject()),
        "preview", LANGUAGE.text(draft.preheader()),
        "body", Seen.of(html(draft)));
  }

  private static String html(Draft draft) {
    return Leaving.html(LANGUAGE.html(draft.html()), LEAVE);
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    ObjectNode body =
        Json.object()
            .put("name", mark.word())
            .put("subject", LANGUAGE.text(draft.subject()))
            .put("htmlContent", html(draft))
            .put("sendAtBestTime", false)
            .put("inlineImageActivation", false);
    if (!draft.preheader().isEmpty()) {
      body.put("previewText", LANGUAGE.text(draft.preheader()));
    }
    body.putObject("sender").put("name", sender.name()).put("email", sender.address());
    if (!lists.isEmpty()) {
      var ids = body.putObject("recipients").putArray("listIds");
      lists.forEach(list -> ids.add(Long.parseLong(list)));
    }
    return account.call("POST", CAMPAIGNS, body);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.find(this, this::page, row -> Fields.text(row, "name"), mark.word());
  }

  private Reply<Listing.Page> page(String from) {
    int offset = Listing.number(from, 0);
    String query =
        "?type=classic&limit=%d&offset=%d&sort=desc&excludeHtmlContent=true"
            .formatted(PAGE, offset);
    return account
        .get(CAMPAIGNS + query)
        .then(answer -> {
          JsonNode count = answer.root().path("count");
          JsonNode rows = answer.root().path("campaigns");
          // Where there is none, the list itself is left out.
          if (!count.isNumber() || !(rows.isArray() || count.asInt() == 0)) {
            return Fields.unreadable(title());
          }
          return Reply.got(Listing.Page.counted(rows, offset, count.asInt()));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return campaigns.create(creation(draft, mark), again);
  }

  @Override
  public Reply<Stored> read(String id) {
    return campaigns.read(id);
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(
        leaving.id(),
        "PUT",
        campaigns.at(leaving.id()) + "/status",
        Json.object().put("status", "draft"));
  }
}
