package dev.mldigest.publish.service;

import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Target;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.campaign.Brevo;
import dev.mldigest.publish.service.campaign.Buttondown;
import dev.mldigest.publish.service.campaign.Kit;
import dev.mldigest.publish.service.campaign.Listmonk;
import dev.mldigest.publish.service.campaign.Mailchimp;
import dev.mldigest.publish.service.campaign.MailerLite;
import dev.mldigest.publish.service.campaign.Resend;
import dev.mldigest.publish.service.draft.DraftService;
import dev.mldigest.publish.service.draft.DraftTarget;
import dev.mldigest.publish.service.post.Beehiiv;
import dev.mldigest.publish.service.post.Ghost;
import dev.mldigest.publish.service.post.GhostToken;
import dev.mldigest.publish.service.post.WordPress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Targets as feeds.yaml names them. */
public final class Services implements AutoCloseable {
  private static final Secret NO_KEY = new Secret("none");
  private static final Secret NO_GHOST = new Secret("none:00");

  private final Network network;
  private final JsonHttp.Terms terms;
  private final List<JsonHttp> open = new ArrayList<>();

  public Services(Network network, JsonHttp.Terms terms) {
    this.network = network;
    this.terms = terms;
  }

  /** Why a key that is there cannot be the service's, in a sentence that quotes nothing of it. */
  public static Optional<String> refusal(PublishTarget settings) {
    Secret key = settings.key().secret();
    return settings.kind() == TargetKind.GHOST && key != null && !GhostToken.isKey(key)
        ? Optional.of(GhostToken.FORM)
        : Optional.empty();
  }

  /** A key that is not there yet is shown as one, and is good for {@link Target#request} alone. */
  public Target target(PublishTarget settings) {
    Secret key = settings.key().secret() == null ? NO_KEY : settings.key().secret();
    return switch (settings.kind()) {
      case BUTTONDOWN -> drafts(settings, new Buttondown(http(settings), key));
      case LISTMONK -> drafts(settings, new Listmonk(http(settings), settings, key));
      case GHOST ->
          drafts(
              settings,
              new Ghost(
                  http(settings), settings.key().secret() == null ? NO_GHOST : key, terms.clock()));
      case KIT -> drafts(settings, new Kit(http(settings), key));
      case WEBHOOK -> new Webhook(settings.name(), http(settings), key, terms.clock());
      case MAILCHIMP -> drafts(settings, new Mailchimp(http(settings), settings, key));
      case BEEHIIV -> drafts(settings, new Beehiiv(http(settings), settings, key));
      case MAILERLITE -> drafts(settings, new MailerLite(http(settings), settings, key));
      case BREVO -> drafts(settings, new Brevo(http(settings), settings, key));
      case RESEND -> drafts(settings, new Resend(http(settings), settings, key));
      case WORDPRESS -> drafts(settings, new WordPress(http(settings), settings, key));
      case MAIL, EML, SITE -> new OwnTargets(network, terms.clock()).target(settings);
    };
  }

  private Target drafts(PublishTarget settings, DraftService service) {
    return new DraftTarget(settings.name(), service, terms.clock(), terms.sitOut());
  }

  private JsonHttp http(PublishTarget settings) {
    URI base = settings.url() == null ? URI.create(settings.kind().address()) : settings.url();
    JsonHttp http = new JsonHttp(base, network, terms);
    open.add(http);
    return http;
  }

  @Override
  public void close() {
    open.forEach(JsonHttp::close);
  }
}
