package dev.mldigest.publish.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.Target;
import dev.mldigest.publish.service.call.Hmac;
import dev.mldigest.publish.service.call.Json;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.call.ServiceCall;
import dev.mldigest.publish.service.draft.Mark;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An address of one's own that takes the whole issue as JSON, signed as Standard Webhooks has it.
 * Nothing can be looked up there: the same content bears the same {@code webhook-id}, so that a
 * receiver takes it once, also where an answer was lost.
 */
final class Webhook implements Target {
  private static final int VERSION = 1;

  private final String name;
  private final JsonHttp http;
  private final Secret key;
  private final InstantSource clock;

  Webhook(String name, JsonHttp http, Secret key, InstantSource clock) {
    this.name = name;
    this.http = http;
    this.key = key;
    this.clock = clock;
  }

  private static Mark mark(Draft draft) {
    return new Mark(draft.week(), draft.contentHash());
  }

  @Override
  public String request(Draft draft) {
    return call(draft).shown();
  }

  private ServiceCall call(Draft draft) {
    String id = mark(draft).word();
    String body = body(draft, id);
    String time = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", time);
    headers.put("Idempotency-Key", id);
    byte[] signature = Hmac.sha256(signing(), id + "." + time + "." + body);
    return new ServiceCall(
        "POST",
        http.at(""),
        headers,
        Map.of(
            "webhook-signature", new Secret("v1," + Base64.getEncoder().encodeToString(signature))),
        body);
  }

  /** A secret of that standard's form is base64 behind its prefix; any other is taken as it is. */
  private byte[] signing() {
    String secret = key.value();
    try {
      return secret.startsWith("whsec_")
          ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
          : secret.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String body(Draft draft, String id) {
    ObjectNode body =
        Json.object()
            .put("version", VERSION)
            .put("type", "issue.approved")
            .put("id", id)
            .put("status", "draft")
            .put("week", draft.week().toString())
            .put("revision", draft.revision())
            .put("title", draft.title())
            .put("language", draft.language())
            .put("subject", draft.subject())
            .put("preheader", draft.preheader())
            .put("markdown", draft.markdown())
            .put("html", draft.html())
            .put("text", draft.text());
    body.set("issue", Json.ours(draft.json()));
    return Json.text(body);
  }

  @Override
  public PublishOutcome publish(Draft draft, Receipts receipts) {
    String where = "the webhook " + name;
    Mark mark = mark(draft);
    if (receipts.of(draft.week()).stream()
        .anyMatch(one -> one.hash().equals(mark.hash()) && one.step() == Receipt.Step.READ)) {
      return new PublishOutcome.Unchanged(where);
    }
    Receipt asked =
        new Receipt(
            name, draft.week(), mark.hash(), Receipt.Step.ASKED, "", "", "", clock.instant());
    receipts.keep(asked);
    ServiceCall call = call(draft);
    return switch (http.send(call)) {
      case Reply.Got<JsonHttp.Answer> taken -> {
        receipts.keep(
            asked.after(Receipt.Step.READ, mark.word(), "", mark.hash(), clock.instant()));
        String body = String.valueOf(call.body());
        yield new PublishOutcome.Published(where, body.getBytes(StandardCharsets.UTF_8).length);
      }
      case Reply.Trouble<JsonHttp.Answer>(Reply.Why why, String sentence) ->
          switch (why) {
            case REFUSED, GONE ->
                new PublishOutcome.Refused(where, "It was not taken: " + sentence);
            case LATER -> new PublishOutcome.Failed(where, "It was not taken: " + sentence, true);
            case UNSURE ->
                new PublishOutcome.Failed(
                    where,
                    "Whether it was taken is not known: %s Publish again: it bears the same webhook-id."
                        .formatted(sentence),
                    true);
          };
    };
  }
}
