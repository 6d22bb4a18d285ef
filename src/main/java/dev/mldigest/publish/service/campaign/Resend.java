package dev.mldigest.publish.service.campaign;

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
import dev.mldigest.publish.service.text.Leaving;
import dev.mldigest.publish.service.text.Seen;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resend's broadcasts. {@code send} is said, although false is its default; its idempotency keys
 * are for single mails only. A broadcast is known by its name, which readers never see.
 */
public final class Resend implements DraftService {
  private static final String BROADCASTS = "/broadcasts";

  /** What was cancelled while it was sent has reached some, and is no draft again. */
  private static final FlatCampaigns.Spelling SPELLING =
      new FlatCampaigns.Spelling(
          BROADCASTS,
          Map.of(
              "subject",
              FlatCampaigns.Field.whole("subject"),
              "preview",
              FlatCampaigns.Field.whole("preview_text"),
              "body",
              new FlatCampaigns.Field("html", Seen::of),
              "text",
              new FlatCampaigns.Field("text", Seen::ofText)),
          "scheduled_at",
          "",
          Set.of("sent", "canceled", "failed"),
          "https://resend.com/broadcasts/");

  private static final TemplateLanguage LANGUAGE = TemplateLanguage.RESEND;
  private static final String LEAVE = "{{{RESEND_UNSUBSCRIBE_URL}}}";

  private final Account account;
  private final FlatCampaigns broadcasts;
  private final String from;
  private final String segment;

  public Resend(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = Account.of(http, "Authorization", Authorization.bearer(key));
    this.broadcasts = new FlatCampaigns(account, title(), SPELLING);
    this.from = settings.option("from");
    this.segment = settings.option("audience");
  }

  @Override
  public String title() {
    return "Resend";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", LANGUAGE.text(draft.subject()),
        "preview", LANGUAGE.text(draft.preheader()),
        "body", Seen.of(html(draft)),
        "text", Seen.ofText(text(draft)));
  }

  private static String html(Draft draft) {
    return Leaving.html(LANGUAGE.html(draft.html()), LEAVE);
  }

  private static String text(Draft draft) {
    return Leaving.text(LANGUAGE.text(draft.text()), LEAVE);
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    return account.call(
        "POST",
        BROADCASTS,
        Json.object()
            .put("name", mark.word())
            .put("segment_id", segment)
            .put("from", from)
            .put("subject", LANGUAGE.text(draft.subject()))
            .put("preview_text", LANGUAGE.text(draft.preheader()))
            .put("html", html(draft))
            .put("text", text(draft))
            .put("send", false));
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.find(this, this::page, row -> Fields.text(row, "name"), mark.word());
  }

  private Reply<Listing.Page> page(String after) {
    String from = after.isEmpty() ? "" : "&after=" + Fields.encoded(after);
    return account
        .get(BROADCASTS + "?limit=100" + from)
        .then(answer -> {
          JsonNode rows = answer.root().path("data");
          if (!rows.isArray()) {
            return Fields.unreadable(title());
          }
          boolean more = answer.root().path("has_more").asBoolean() && !rows.isEmpty();
          return Reply.got(
              new Listing.Page(
                  rows.valueStream().toList(),
                  more ? Fields.text(rows.path(rows.size() - 1), "id") : ""));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return broadcasts.create(creation(draft, mark), again);
  }

  @Override
  public Reply<Stored> read(String id) {
    return broadcasts.read(id);
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(leaving.id(), "POST", broadcasts.at(leaving.id()) + "/cancel", null);
  }
}
