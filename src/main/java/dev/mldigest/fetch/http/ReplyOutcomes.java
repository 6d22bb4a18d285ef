package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import java.time.Duration;

/** What a reply without the document that was asked for means for the source. */
public final class ReplyOutcomes {
  private ReplyOutcomes() {}

  public static FetchOutcome of(HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered -> refusal(answered);
      case HttpReply.Limited limited ->
          new FetchOutcome.RateLimited(limited.retryAfter(), limited.detail());
      case HttpReply.Refused refused -> new FetchOutcome.Refused(refused.why(), refused.detail());
      case HttpReply.Broken broken -> new FetchOutcome.Failed(broken.why(), broken.detail());
    };
  }

  /** An answer with a status other than the ones that its reader takes. */
  private static FetchOutcome refusal(HttpReply.Answered answered) {
    String host = answered.url().getHost();
    boolean challenged = "challenge".equals(answered.header("cf-mitigated"));
    return switch (answered.status()) {
      case 410 -> new FetchOutcome.Gone(host + " says that the feed is gone for good.");
      case 404 -> new FetchOutcome.Failed(FetchFailure.NOT_FOUND, host + " has no such page.");
      default ->
          challenged
              ? new FetchOutcome.Failed(
                  FetchFailure.CHALLENGE, host + " wants a browser to prove itself.")
              : FetchOutcome.Failed.http(
                  answered.status(), host + " answered " + answered.status() + ".");
    };
  }

  /** What a 304 means. */
  public static FetchOutcome notModified(HttpReply.Answered answered, SourceState state) {
    return new FetchOutcome.NotModified(
        renewed(state.validators(), answered.validators()),
        Freshness.of(answered),
        answered.movedTo());
  }

  /** A 304 may bring a new entity tag (RFC 9110 section 15.4.5); what it leaves out still holds. */
  public static Validators renewed(Validators stored, Validators sent) {
    return new Validators(
        sent.entityTag() == null ? stored.entityTag() : sent.entityTag(),
        sent.lastModified() == null ? stored.lastModified() : sent.lastModified());
  }

  /** How long a server wants to be left alone that ended an answer of several parts like this. */
  public static Duration wait(FetchOutcome trouble) {
    return trouble instanceof FetchOutcome.RateLimited limited
        ? limited.retryAfter()
        : Duration.ZERO;
  }
}
