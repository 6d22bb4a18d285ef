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
import dev.mldigest.publish.service.text.MailBody;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;

/**
 * Kit, version 4. A broadcast with {@code public} stands on the web although it is not sent, and
 * one with {@code send_at} is: both are said. It is known by its description, which readers never
 * see.
 */
public final class Kit implements DraftService {
  private static final String BROADCASTS = "/v4/broadcasts";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.LIQUID;

  /** Of a page; each comes with its content, of some 50 KB. */
  private static final int PAGE = 50;

  private final Account account;

  public Kit(JsonHttp http, Secret key) {
    this.account = account(http, key);
  }

  static Account account(JsonHttp http, Secret key) {
    return Account.of(http, "X-Kit-Api-Key", key);
  }

  @Override
  public String title() {
    return "Kit";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", LANGUAGE.text(draft.subject()),
        "preview", LANGUAGE.text(draft.preheader()),
        "content", LANGUAGE.html(MailBody.styled(draft.html())));
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    return account.call("POST", BROADCASTS, body(content(draft), mark.word()));
  }

  private static ObjectNode body(Map<String, String> content, String description) {
    return Json.object()
        .put("subject", content.get("subject"))
        .put("preview_text", content.get("preview"))
        .put("description", description)
        .put("content", content.get("content"))
        .put("public", false)
        .putNull("send_at");
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.whole(title(), after -> page(mark, after), Kit::stored);
  }

  private Reply<Listing.Page> page(Mark mark, String after) {
    String from = after.isEmpty() ? "" : "&after=" + Fields.encoded(after);
    return account
        .get(BROADCASTS + "?per_page=" + PAGE + from)
        .then(answer -> {
          JsonNode next = answer.root().path("pagination");
          JsonNode rows = answer.root().path("broadcasts");
          if (!rows.isArray() || !next.isObject()) {
            return Fields.unreadable(title());
          }
          List<JsonNode> marked =
              rows.valueStream()
                  .filter(one -> Fields.text(one, "description").equals(mark.word()))
                  .toList();
          boolean more = next.path("has_next_page").asBoolean();
          return Reply.got(new Listing.Page(marked, more ? Fields.text(next, "end_cursor") : ""));
        });
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(this::one)
        .then(made -> Reply.got(made.id()));
  }

  @Override
  public Reply<Stored> read(String id) {
    return account.get(BROADCASTS + "/" + Fields.encoded(id)).then(this::one);
  }

  /** A change wants the whole: what it holds, its mark too, is sent as it stands there. */
  @Override
  public Reply<String> setBack(Stored leaving) {
    String path = BROADCASTS + "/" + Fields.encoded(leaving.id());
    return account
        .get(path)
        .then(answer -> {
          JsonNode there = answer.root().path("broadcast");
          boolean isWhole =
              Fields.text(there, "id").equals(leaving.id())
                  && there.path("subject").isTextual()
                  && there.path("content").isTextual();
          if (!isWhole) {
            return Fields.<JsonHttp.Answer>unreadable(title());
          }
          ObjectNode body = body(stored(there).content(), Fields.text(there, "description"));
          return account.send(account.call("PUT", path, body.putNull("published_at")));
        })
        .then(done -> Reply.got(leaving.id()));
  }

  private Reply<Stored> one(JsonHttp.Answer answer) {
    JsonNode broadcast = answer.root().path("broadcast");
    return Fields.text(broadcast, "id").isEmpty()
        ? Fields.unreadable(title())
        : Reply.got(stored(broadcast));
  }

  private static Stored stored(JsonNode broadcast) {
    String id = Fields.text(broadcast, "id");
    return new Stored(
        id,
        state(broadcast),
        Map.of(
            "subject", Fields.text(broadcast, "subject"),
            "preview", Fields.text(broadcast, "preview_text"),
            "content", Fields.text(broadcast, "content")),
        "",
        "https://app.kit.com/campaigns/" + id + "/draft");
  }

  /** Older answers have no status; then the two that make it leave say it. */
  private static Stored.State state(JsonNode broadcast) {
    String status = Fields.text(broadcast, "status");
    if (status.equals("completed") || status.equals("sent") || status.equals("sending")) {
      return Stored.State.SENT;
    }
    boolean leaves =
        broadcast.path("public").asBoolean() || !Fields.text(broadcast, "send_at").isEmpty();
    return leaves || !(status.isEmpty() || status.equals("draft"))
        ? Stored.State.LEAVING
        : Stored.State.DRAFT;
  }
}
