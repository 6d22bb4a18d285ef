package dev.mldigest.publish.service;

import dev.mldigest.domain.Secret;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.publish.ReaderOutcome;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.campaign.ButtondownReaders;
import dev.mldigest.publish.service.campaign.KitReaders;
import dev.mldigest.publish.service.campaign.ListmonkReaders;
import dev.mldigest.publish.service.campaign.MailchimpReaders;
import dev.mldigest.publish.service.count.ReaderCounts;
import dev.mldigest.publish.service.post.BeehiivReaders;
import dev.mldigest.publish.service.post.GhostReaders;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Asks the targets that feeds.yaml names what readers did. Nothing is changed there. */
public final class ReaderServices {
  private final Network network;
  private final JsonHttp.Terms terms;

  public ReaderServices(Network network, JsonHttp.Terms terms) {
    this.network = network;
    this.terms = terms;
  }

  /**
   * What readers did with one mail or post.
   *
   * @param id the service's
   * @param names of links, under which they are added up
   */
  public ReaderOutcome ask(PublishTarget settings, String id, UnaryOperator<String> names) {
    Optional<String> none = uncounted(settings);
    if (none.isPresent()) {
      return new ReaderOutcome.None(none.get());
    }
    Secret key = settings.key().secret();
    if (key == null) {
      return new ReaderOutcome.NotKnown(
          "Its key is not there: " + settings.key().place() + " holds none.", false, true);
    }
    Optional<String> refusal = Services.refusal(settings);
    if (refusal.isPresent()) {
      return new ReaderOutcome.NotKnown(refusal.get(), false, true);
    }
    URI base = settings.url() == null ? URI.create(settings.kind().address()) : settings.url();
    try (JsonHttp http = new JsonHttp(base, network, terms)) {
      return outcome(counts(settings, key, http).of(id, names));
    }
  }

  /** Why a target tells nothing of readers, in a sentence; empty where it does. */
  public static Optional<String> uncounted(PublishTarget settings) {
    String title = settings.kind().title();
    return switch (settings.kind()) {
      case BUTTONDOWN, LISTMONK, GHOST, KIT, MAILCHIMP, BEEHIIV -> Optional.empty();
      case MAILERLITE, BREVO, RESEND ->
          Optional.of("What readers did is not asked of " + title + ": look there.");
      case WEBHOOK, WORDPRESS, MAIL, EML, SITE ->
          Optional.of(settings.name() + " (" + title + ") counts no readers.");
    };
  }

  private ReaderCounts counts(PublishTarget settings, Secret key, JsonHttp http) {
    return switch (settings.kind()) {
      case BUTTONDOWN -> new ButtondownReaders(http, key);
      case LISTMONK -> new ListmonkReaders(http, settings, key, terms.clock());
      case GHOST -> new GhostReaders(http, key, terms.clock());
      case KIT -> new KitReaders(http, key);
      case MAILCHIMP -> new MailchimpReaders(http, key);
      case BEEHIIV -> new BeehiivReaders(http, settings, key);
      case MAILERLITE, BREVO, RESEND, WEBHOOK, WORDPRESS, MAIL, EML, SITE ->
          throw new IllegalArgumentException(settings.kind() + " counts no readers.");
    };
  }

  private static ReaderOutcome outcome(Reply<Counts> reply) {
    return switch (reply) {
      case Reply.Got<Counts>(Counts counts) -> new ReaderOutcome.Counted(counts);
      case Reply.Trouble<Counts>(Reply.Why why, String sentence) when why == Reply.Why.GONE ->
          new ReaderOutcome.Gone(sentence);
      case Reply.Trouble<Counts>(Reply.Why why, String sentence) ->
          new ReaderOutcome.NotKnown(
              sentence,
              why == Reply.Why.LATER || why == Reply.Why.UNSURE,
              why == Reply.Why.LATER || why == Reply.Why.REFUSED);
    };
  }
}
