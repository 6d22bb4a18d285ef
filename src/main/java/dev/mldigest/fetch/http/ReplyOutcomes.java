package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
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

  /** How long a server wants to be left alone that ended an answer of several parts like this. */
  public static Duration wait(FetchOutcome trouble) {
    return trouble instanceof FetchOutcome.RateLimited limited
        ? limited.retryAfter()
        : Duration.ZERO;
  }
}
