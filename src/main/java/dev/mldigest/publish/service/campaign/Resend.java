package dev.mldigest.publish.service.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.publish.Draft;
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
import org.jspecify.annotations.Nullable;

/**
 * Resend's broadcasts. {@code send} is said, although false is its default; its idempotency keys
 * are for single mails only. A broadcast is known by its name, which readers never see.
 */
public final class Resend implements DraftService {
  private static final String BROADCASTS = "/broadcasts";
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.RESEND;
  private static final String LEAVE = "{{{RESEND_UNSUBSCRIBE_URL}}}";

  private final JsonHttp http;
  private final String from;
  private final String segment;
  private final Secret bearer;

  public Resend(JsonHttp http, PublishTarget settings, Secret key) {
    this.http = http;
    this.from = settings.option("from");
    this.segment = settings.option("audience");
    this.bearer = Authorization.bearer(key);
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
    return call(
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

  private ServiceCall call(String method, String path, @Nullable ObjectNode body) {
    return new ServiceCall(
        method,
        http.at(path),
        Map.of(),
        Map.of("Authorization", bearer),
        body == null ? null : Json.text(body));
  }

  private static String at(String id) {
    return BROADCASTS + "/" + Fields.encoded(id);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return Listing.rows(title(), this::page)
        .then(rows ->
            Listing.read(
                Listing.ids(rows, "id", row -> Fields.text(row, "name"), mark.word()), this::read));
  }

  private Reply<Listing.Page> page(String after) {
    String from = after.isEmpty() ? "" : "&after=" + Fields.encoded(after);
    return http.send(call("GET", BROADCASTS + "?limit=100" + from, null))
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
    return http.send(creation(draft, mark))
        .then(answer -> {
          String id = Fields.text(answer.root(), "id");
          return id.isEmpty() ? Fields.unreadable(title()) : Reply.got(id);
        });
  }

  @Override
  public Reply<Stored> read(String id) {
    return http.send(call("GET", at(id), null)).then(answer -> stored(answer.root()));
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
      case "sent" -> Stored.State.SENT;
      default -> Stored.State.LEAVING; // queued, scheduled
    };
  }

  @Override
  public Reply<String> setBack(Stored leaving) {
    return http.send(call("POST", at(leaving.id()) + "/cancel", null))
        .then(answer -> Reply.got(leaving.id()));
  }
}
