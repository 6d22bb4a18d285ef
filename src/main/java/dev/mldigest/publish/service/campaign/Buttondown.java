package dev.mldigest.publish.service.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.Json;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.call.ServiceCall;
import dev.mldigest.publish.service.draft.DraftService;
import dev.mldigest.publish.service.draft.Mark;
import dev.mldigest.publish.service.draft.Stored;
import dev.mldigest.publish.service.text.Cut;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Buttondown. It sends what does not say that it is a draft; the version of its interface is that
 * of the account unless it is pinned; a body with front matter is refused, and its first line says
 * in which mode the editor opens it.
 */
public final class Buttondown implements DraftService {
  private static final String VERSION = "2026-04-01";

  /** Markdown as it is, not the editor that guesses. */
  private static final String MODE = "<!-- buttondown-editor-mode: plaintext -->";

  private static final TemplateLanguage LANGUAGE = TemplateLanguage.DJANGO;

  /** A page has up to 100 mails: what nobody has written in 30 years of weeks. */
  private static final int MOST_PAGES = 40;

  private static final int LONGEST_SUBJECT = 2000;

  private final JsonHttp http;
  private final Secret key;

  public Buttondown(JsonHttp http, Secret key) {
    this.http = http;
    this.key = key;
  }

  @Override
  public String title() {
    return "Buttondown";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", LANGUAGE.text(Cut.to(draft.subject(), LONGEST_SUBJECT)),
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
    return call("POST", "/v1/emails", body, Map.of("X-Idempotency-Key", mark.word()));
  }

  private ServiceCall call(
      String method, String path, @Nullable ObjectNode body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-API-Version", VERSION);
    headers.putAll(more);
    return new ServiceCall(
        method,
        http.at(path),
        headers,
        Map.of("Authorization", new Secret("Token " + key.value())),
        body == null ? null : Json.text(body));
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    List<Stored> found = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      Reply<JsonHttp.Answer> reply =
          http.send(call("GET", "/v1/emails?page=" + page, null, Map.of()));
      switch (reply) {
        case Reply.Trouble<JsonHttp.Answer>(Reply.Why why, String sentence) -> {
          return new Reply.Trouble<>(why, sentence);
        }
        case Reply.Got<JsonHttp.Answer>(JsonHttp.Answer answer) -> {
          if (!answer.root().path("results").isArray()) {
            return Fields.unreadable(title());
          }
          answer
              .root()
              .path("results")
              .valueStream()
              .filter(mail -> Fields.text(mail, "slug").equals(mark.word()))
              .filter(mail -> !Fields.text(mail, "status").equals("deleted"))
              .map(this::stored)
              .forEach(found::add);
          if (Fields.text(answer.root(), "next").isEmpty()) {
            return Reply.got(found);
          }
        }
      }
    }
    return new Reply.Trouble<>(
        Reply.Why.REFUSED, "Buttondown lists more mails than are looked through.");
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark) {
    return http.send(creation(draft, mark)).then(answer -> id(answer.root()));
  }

  private Reply<String> id(JsonNode mail) {
    String id = Fields.text(mail, "id");
    return id.isEmpty() ? Fields.unreadable(title()) : Reply.got(id);
  }

  @Override
  public Reply<Stored> read(String id) {
    return http.send(call("GET", "/v1/emails/" + Fields.encoded(id), null, Map.of()))
        .then(answer ->
            Fields.text(answer.root(), "status").isEmpty()
                ? Fields.unreadable(title())
                : Fields.text(answer.root(), "status").equals("deleted")
                    ? new Reply.Trouble<>(Reply.Why.GONE, "Buttondown has deleted " + id + ".")
                    : Reply.got(stored(answer.root())));
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    ObjectNode body = Json.object().put("status", "draft");
    return http.send(call("PATCH", "/v1/emails/" + Fields.encoded(leaving.id()), body, Map.of()))
        .then(answer -> Reply.got(leaving.id()));
  }

  private Stored stored(JsonNode mail) {
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
