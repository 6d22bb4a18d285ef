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

/**
 * Resend's broadcasts. {@code send} is said, although false is its default; its idempotency keys
 * are for single mails only. A broadcast is known by its name, which readers never see.
 */
public final class Resend implements DraftService {
  private static final String BROADCASTS = "/broadcasts";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.RESEND;
  private static final String LEAVE = "{{{RESEND_UNSUBSCRIBE_URL}}}";

  private final Account account;
  private final String from;
  private final String segment;

  public Resend(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = Account.of(http, "Authorization", Authorization.bearer(key));
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

  private static String at(String id) {
    return BROADCASTS + "/" + Fields.encoded(id);
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
  public Reply<String> create(Draft draft, Mark mark) {
    return account.send(creation(draft, mark)).then(answer -> Fields.id(answer.root(), title()));
  }

  @Override
  public Reply<Stored> read(String id) {
    return account.get(at(id)).then(answer -> stored(answer.root()));
  }

  private Reply<Stored> stored(JsonNode broadcast) {
    String id = Fields.text(broadcast, "id");
    if (id.isEmpty()) {
      return Fields.unreadable(title());
    }
    return Reply.got(
        new Stored(
            id,
            state(broadcast),
            Map.of(
                "subject", Fields.text(broadcast, "subject"),
                "preview", Fields.text(broadcast, "preview_text"),
                "body", Seen.of(Fields.text(broadcast, "html")),
                "text", Seen.ofText(Fields.text(broadcast, "text"))),
            "",
            "https://resend.com/broadcasts/" + id));
  }

  private static Stored.State state(JsonNode broadcast) {
    return switch (Fields.text(broadcast, "status")) {
      case "draft" ->
          Fields.text(broadcast, "scheduled_at").isEmpty()
              ? Stored.State.DRAFT
              : Stored.State.LEAVING;
      // What was cancelled while it was sent has reached some, and is no draft again.
      case "sent", "canceled", "failed" -> Stored.State.SENT;
      default -> Stored.State.LEAVING; // queued, scheduled
    };
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(leaving.id(), "POST", at(leaving.id()) + "/cancel", null);
  }
}
