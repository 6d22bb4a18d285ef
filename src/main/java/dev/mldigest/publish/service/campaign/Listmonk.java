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
import dev.mldigest.publish.service.draft.Mark;
import dev.mldigest.publish.service.draft.Stored;
import dev.mldigest.publish.service.text.Cut;
import dev.mldigest.publish.service.text.MailBody;
import dev.mldigest.publish.template.TemplateLanguage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * listmonk. What is made is always a draft, known by its tag. Its subject, body and text part are
 * templates that can do anything, so nothing in them may look like one. Its interface has no
 * versions.
 */
public final class Listmonk implements DraftService {
  private static final TemplateLanguage LANGUAGE = TemplateLanguage.LISTMONK;

  /** Far below the 5,000 it takes: no mail program shows as many. */
  private static final int LONGEST_SUBJECT = 500;

  private final Account account;
  private final PublishTarget settings;

  public Listmonk(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = account(http, settings, key);
    this.settings = settings;
  }

  static Account account(JsonHttp http, PublishTarget settings, Secret key) {
    return Account.of(
        http, "Authorization", new Secret("token " + settings.option("user") + ":" + key.value()));
  }

  @Override
  public String title() {
    return "listmonk";
  }

  @Override
  public Map<String, String> content(Draft draft) {
    return Map.of(
        "subject", Cut.to(LANGUAGE.text(draft.subject()), LONGEST_SUBJECT),
        "body", LANGUAGE.html(MailBody.styled(draft.html())),
        "altbody", LANGUAGE.text(draft.text()).strip(),
        "lists", lists().sorted().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private Stream<Integer> lists() {
    return settings.options().getOrDefault("lists", List.of()).stream().map(Integer::valueOf);
  }

  @Override
  public ServiceCall creation(Draft draft, Mark mark) {
    Map<String, String> content = content(draft);
    ObjectNode body =
        Json.object()
            .put(
                "name",
                LANGUAGE.text(draft.title()) + ", " + draft.week() + " r" + draft.revision())
            .put("subject", content.get("subject"))
            .put("type", "regular")
            .put("content_type", "html")
            .put("messenger", "email")
            .put("body", content.get("body"))
            .put("altbody", content.get("altbody"));
    lists().forEach(body.withArrayProperty("lists")::add);
    body.withArrayProperty("tags").add(mark.word());
    body.putNull("send_at");
    if (!settings.option("from").isEmpty()) {
      body.put("from_email", settings.option("from"));
    }
    if (!settings.option("template").isEmpty()) {
      body.put("template_id", Integer.parseInt(settings.option("template")));
    }
    return account.call("POST", "/api/campaigns", body);
  }

  @Override
  public Reply<List<Stored>> find(Mark mark) {
    return account
        .get("/api/campaigns?per_page=all&tags=" + Fields.encoded(mark.word()))
        .then(answer -> {
          JsonNode results = answer.root().path("data").path("results");
          // Without a result it has been seen to say null.
          if (!answer.root().path("data").isObject() || !(results.isArray() || results.isNull())) {
            return Fields.unreadable(title());
          }
          return Reply.got(
              results
                  .valueStream()
                  .filter(one -> hasTag(one, mark.word()))
                  .map(Listmonk::stored)
                  .toList());
        });
  }

  private static boolean hasTag(JsonNode campaign, String tag) {
    return campaign.path("tags").valueStream().anyMatch(one -> one.asText().equals(tag));
  }

  @Override
  public Reply<String> create(Draft draft, Mark mark, Runnable again) {
    return account
        .send(creation(draft, mark), again)
        .then(answer -> Fields.id(answer.root().path("data"), title()));
  }

  /** It answers 400 where others answer 404. */
  @Override
  public Reply<Stored> read(String id) {
    return account
        .get("/api/campaigns/" + Fields.encoded(id), Set.of(400))
        .then(answer -> {
          if (answer.status() == 400 && !Fields.text(answer.root(), "message").isEmpty()) {
            return new Reply.Trouble<>(Reply.Why.GONE, "listmonk knows no campaign " + id + ".");
          }
          return Fields.text(answer.root().path("data"), "status").isEmpty()
              ? Fields.unreadable(title())
              : Reply.got(stored(answer.root().path("data")));
        });
  }

  /** Only what is scheduled becomes a draft again; what runs can be halted. */
  @Override
  public Reply<String> setBack(Stored leaving) {
    return change(leaving.id(), "draft") instanceof Reply.Got<String> done
        ? done
        : change(leaving.id(), "paused");
  }

  private Reply<String> change(String id, String status) {
    ObjectNode body = Json.object().put("status", status);
    return account.change(id, "PUT", "/api/campaigns/" + Fields.encoded(id) + "/status", body);
  }

  private static Stored stored(JsonNode campaign) {
    return new Stored(
        Fields.text(campaign, "id"),
        switch (Fields.text(campaign, "status")) {
          case "draft" -> Stored.State.DRAFT;
          case "finished", "cancelled" -> Stored.State.SENT;
          default -> Stored.State.LEAVING; // scheduled, running, paused
        },
        Map.of(
            "subject", Fields.text(campaign, "subject"),
            "body", Fields.text(campaign, "body"),
            "altbody", Fields.text(campaign, "altbody"),
            "lists",
                campaign
                    .path("lists")
                    .valueStream()
                    .map(list -> list.path("id").asInt())
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","))),
        Fields.text(campaign, "updated_at"),
        "");
  }
}
