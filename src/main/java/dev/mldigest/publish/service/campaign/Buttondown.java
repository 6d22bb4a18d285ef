package dev.mldigest.publish.service.campaign;

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
import dev.mldigest.publish.service.draft.Listing;
import dev.mldigest.publish.service.draft.Mark;
import dev.mldigest.publish.service.draft.Stored;
import dev.mldigest.publish.service.text.Cut;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;

/**
 * Buttondown. It sends what does not say that it is a draft; the version of its interface is that
 * of the account unless it is pinned; a body with front matter is refused, and its first line says
 * in which mode the editor opens it.
 */
public final class Buttondown implements DraftService {
  private static final String EMAILS = "/v1/emails";
  private static final String VERSION = "2026-04-01";

  /** Markdown as it is, not the editor that guesses. */
  private static final String MODE = "<!-- buttondown-editor-mode: plaintext -->";

  private static final TemplateLanguage LANGUAGE = TemplateLanguage.DJANGO;

  private static final int LONGEST_SUBJECT = 2000;

  private final Account account;

  public Buttondown(JsonHttp http, Secret key) {
    this.account = account(http, key);
  }

  static Account account(JsonHttp http, Secret key) {
    return Account.of(
        http,
        Map.of("X-API-Version", VERSION),
        "Authorization",
        new Secret("Token " + key.value()));
  }

  @Override
  public String title() {
    return "Buttondown";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", Cut.to(LANGUAGE.text(draft.subject()), LONGEST_SUBJECT),
        "description", LANGUAGE.text(draft.preheader()),
        "body", LANGUAGE.text(draft.markdown()).strip());
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    Map<String, String> content = content(draft);
    ObjectNode body =
        Json.object()
            .put("subject", content.get("subject"))
            .put("body", MODE + "\n\n" + content.get("body"))
            .put("status", "draft")
            .put("slug", mark.word());
    if (!draft.preheader().isEmpty()) {
      body.put("description", content.get("description"));
    }
    return account.call("POST", EMAILS, body).with("X-Idempotency-Key", mark.word());
  }

  private static String at(String id) {
    return EMAILS + "/" + Fields.encoded(id);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.whole(title(), from -> page(mark, from), Buttondown::stored);
  }

  private Reply<Listing.Page> page(Mark mark, String from) {
    int page = Listing.number(from, 1);
    return account
        .get(EMAILS + "?page=" + page)
        .then(answer -> {
          JsonNode rows = answer.root().path("results");
          if (!rows.isArray()) {
            return Fields.unreadable(title());
          }
          List<JsonNode> marked =
              rows.valueStream()
                  .filter(mail -> Fields.text(mail, "slug").equals(mark.word()))
                  .filter(mail -> !Fields.text(mail, "status").equals("deleted"))
                  .toList();
          boolean isLast = Fields.text(answer.root(), "next").isEmpty();
          return Reply.got(new Listing.Page(marked, isLast ? "" : "" + (page + 1)));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(answer -> Fields.id(answer.root(), title()));
  }

  @Override
  public Reply<Stored> read(String id) {
    return account
        .get(at(id))
        .then(answer ->
            Fields.text(answer.root(), "status").isEmpty()
                ? Fields.unreadable(title())
                : Fields.text(answer.root(), "status").equals("deleted")
                    ? new Reply.Trouble<>(Reply.Why.GONE, "Buttondown has deleted " + id + ".")
                    : Reply.got(stored(answer.root())));
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return account.change(
        leaving.id(), "PATCH", at(leaving.id()), Json.object().put("status", "draft"));
  }

  private static Stored stored(JsonNode mail) {
    String id = Fields.text(mail, "id");
    String body = Fields.text(mail, "body").strip();
    return new Stored(
        id,
        switch (Fields.text(mail, "status")) {
          case "draft" -> Stored.State.DRAFT;
          case "sent", "in_flight" -> Stored.State.SENT;
          default -> Stored.State.LEAVING; // about_to_send, scheduled and whatever comes to be
        },
        Map.of(
            "subject", Fields.text(mail, "subject"),
            "description", Fields.text(mail, "description"),
            "body", body.startsWith(MODE) ? body.substring(MODE.length()).strip() : body),
        Fields.text(mail, "modification_date"),
        "https://buttondown.com/emails/" + id);
  }
}
