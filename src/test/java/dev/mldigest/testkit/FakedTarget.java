package dev.mldigest.testkit;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.JsonHttp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A kind of target with the service it speaks to, on loopback.
 *
 * @param sends makes the service send what it is given, whatever that says
 * @param change has somebody change the draft with that id in the service
 */
public record FakedTarget(
    TargetKind kind,
    FakeService service,
    Map<String, List<String>> options,
    Secret key,
    Consumer<Boolean> sends,
    Consumer<String> change) {
  /** Milliseconds that a hasty caller does not wait. */
  private static final long LATE = 1500;

  /** A busy machine takes long now and then, and that is no fault of the service's. */
  public static final Duration PATIENT = Duration.ofSeconds(20);

  public static final Duration HASTY = Duration.ofSeconds(1);

  public static final Week WEEK = new Week(2026, 10);

  /** Time that passes only where somebody waits. */
  public static final class Time implements InstantSource {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-03-09T06:00:00Z"));

    @Override
    public Instant instant() {
      return now.get();
    }

    public void pass(Duration wait) {
      now.updateAndGet(before -> before.plus(wait));
    }
  }

  /** All kinds, each with a service of its own. */
  public static Map<TargetKind, Function<Time, FakedTarget>> all() {
    Map<TargetKind, Function<Time, FakedTarget>> all = new EnumMap<>(TargetKind.class);
    all.put(TargetKind.BUTTONDOWN, time -> buttondown());
    all.put(TargetKind.LISTMONK, time -> listmonk());
    all.put(TargetKind.GHOST, FakedTarget::ghost);
    all.put(TargetKind.KIT, time -> kit());
    all.put(TargetKind.WEBHOOK, time -> webhook());
    all.put(TargetKind.MAILCHIMP, time -> mailchimp());
    all.put(TargetKind.BEEHIIV, FakedTarget::beehiiv);
    all.put(TargetKind.MAILERLITE, time -> mailerLite());
    all.put(TargetKind.BREVO, time -> brevo());
    all.put(TargetKind.RESEND, time -> resend());
    all.put(TargetKind.WORDPRESS, time -> wordPress());
    return all;
  }

  private static FakedTarget buttondown() {
    FakeButtondown fake = new FakeButtondown("bd-key-of-ours", LATE);
    return new FakedTarget(
        TargetKind.BUTTONDOWN,
        fake,
        Map.of(),
        new Secret("bd-key-of-ours"),
        fake::sends,
        id -> fake.change(id, "body", "mine"));
  }

  private static FakedTarget listmonk() {
    FakeListmonk fake = new FakeListmonk("digest:lm-token-of-ours", LATE);
    return new FakedTarget(
        TargetKind.LISTMONK,
        fake,
        Map.of("user", List.of("digest"), "lists", List.of("3", "1"), "template", List.of("2")),
        new Secret("lm-token-of-ours"),
        fake::sends,
        id -> fake.change(id, "body", "mine"));
  }

  private static FakedTarget ghost(Time time) {
    String key = "64f0c1:00112233445566778899aabbccddeeff";
    FakeGhost fake = new FakeGhost(key, time, LATE);
    return new FakedTarget(
        TargetKind.GHOST,
        fake,
        Map.of(),
        new Secret(key),
        fake::sends,
        id -> fake.change(id, "html", "mine"));
  }

  private static FakedTarget kit() {
    FakeKit fake = new FakeKit("kit_key_of_ours", LATE);
    return new FakedTarget(
        TargetKind.KIT,
        fake,
        Map.of(),
        new Secret("kit_key_of_ours"),
        fake::sends,
        id -> fake.change(id, "content", "mine"));
  }

  private static FakedTarget webhook() {
    return new FakedTarget(
        TargetKind.WEBHOOK,
        new FakeWebhook("hook-secret", LATE),
        Map.of(),
        new Secret("hook-secret"),
        always -> {},
        id -> {});
  }

  private static final List<String> FROM = List.of("Jo Weekly <jo@example.org>");

  private static FakedTarget stored(
      TargetKind kind, StoringService fake, String field, Map<String, List<String>> options) {
    return new FakedTarget(
        kind,
        fake,
        options,
        new Secret("key-of-ours"),
        fake::sends,
        id -> fake.change(id, field, "mine"));
  }

  private static FakedTarget mailchimp() {
    return stored(
        TargetKind.MAILCHIMP,
        new FakeMailchimp("key-of-ours", LATE),
        "html",
        Map.of("from", FROM, "audience", List.of("a1b2c3d4e5")));
  }

  private static FakedTarget beehiiv(Time time) {
    return stored(
        TargetKind.BEEHIIV,
        new FakeBeehiiv("key-of-ours", time, LATE),
        "body_content",
        Map.of("publication", List.of("pub_ours")));
  }

  private static FakedTarget mailerLite() {
    return stored(
        TargetKind.MAILERLITE,
        new FakeMailerLite("key-of-ours", LATE),
        "content",
        Map.of("from", FROM, "audience", List.of("123456789012345678")));
  }

  private static FakedTarget brevo() {
    return stored(
        TargetKind.BREVO,
        new FakeBrevo("key-of-ours", LATE),
        "htmlContent",
        Map.of("from", FROM, "lists", List.of("2", "7")));
  }

  private static FakedTarget resend() {
    return stored(
        TargetKind.RESEND,
        new FakeResend("key-of-ours", LATE),
        "html",
        Map.of("from", FROM, "audience", List.of("78261eea-8f8b-4381-83c6-79fa7120f1cf")));
  }

  private static FakedTarget wordPress() {
    return stored(
        TargetKind.WORDPRESS,
        new FakeWordPress("jo", "key-of-ours", LATE),
        "content",
        Map.of("user", List.of("jo")));
  }

  /** As feeds.yaml would name it. */
  public PublishTarget settings() {
    return new PublishTarget(
        kind.word(),
        kind,
        URI.create(service.address()),
        new PublishTarget.Key("the environment variable KEY", key),
        options);
  }

  public static JsonHttp.Terms terms(Time time) {
    return terms(time, PATIENT);
  }

  /**
   * @param deadline of a whole call
   */
  public static JsonHttp.Terms terms(Time time, Duration deadline) {
    return new JsonHttp.Terms(deadline, time::pass, HostPauses.inMemory(), time);
  }

  /** An issue with that text. */
  public static Draft draft(String text) {
    return draft(1, text, text, text);
  }

  public static Draft draft(int revision, String subject, String preheader, String text) {
    String html =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    return new Draft(
        WEEK,
        revision,
        "Weekly – 2 to 8 March 2026",
        "en",
        subject,
        preheader,
        "# Weekly\n\n" + text + "\n",
        "<!doctype html>\n<html lang=\"en\"><head><title>"
            + html
            + "</title><style>@media (max-width:600px){.a{width:100%}}</style></head><body"
            + " class=\"b\"><table role=\"presentation\"><tr><td style=\"color:#123\"><img"
            + " src=\"https://e.org/a.png\" alt=\""
            + html
            + "\"><p>"
            + html
            + "</p></td></tr></table></body></html>\n",
        "Weekly\n\n" + text + "\n",
        "{\"version\":1}\n",
        "<p><img src=\"https://e.org/a.png\" alt=\"" + html + "\">" + html + "</p>\n");
  }
}
