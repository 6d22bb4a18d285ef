package dev.mldigest.fetch.feed;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Bodies;
import dev.mldigest.fetch.http.Freshness;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.Objection;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.io.Sha256;
import java.net.URI;

/** Asks a feed for news: conditionally, at the address it moved to, and names what came of it. */
public final class FeedProtocol implements Protocol {
  private final Http http;
  private final FeedParser parser = new FeedParser();
  private final Refinement refinement;

  public FeedProtocol(Http http) {
    this(http, (feed, body) -> feed);
  }

  /**
   * @param refinement what is known of feeds of one kind beyond their format
   */
  public FeedProtocol(Http http, Refinement refinement) {
    this.http = http;
    this.refinement = refinement;
  }

  /** Makes of a feed that was read what it says in the way of its kind. */
  public interface Refinement {
    Feed refine(Feed feed, byte[] body);
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    URI url = state.address(source.url());
    FetchOutcome outcome = ask(HttpRequest.feed(url, state.validators()), state);
    // Nothing is stored that the 304 could confirm: ask once more, without conditions.
    return outcome instanceof FetchOutcome.NotModified && state.bodyHash() == null
        ? ask(HttpRequest.feed(url, Validators.NONE), state)
        : outcome;
  }

  private FetchOutcome ask(HttpRequest request, SourceState state) {
    return http.get(request, Objection.NONE, reply -> outcome(reply, state));
  }

  private FetchOutcome outcome(HttpReply reply, SourceState state) {
    if (!(reply instanceof HttpReply.Answered answered)) {
      return ReplyOutcomes.of(reply);
    }
    if (answered.status() == 304) {
      return ReplyOutcomes.notModified(answered, state);
    }
    return answered.delivers() ? body(answered, state) : ReplyOutcomes.of(answered);
  }

  private FetchOutcome body(HttpReply.Answered answered, SourceState state) {
    byte[] body = answered.body();
    String host = answered.url().getHost();
    if (body.length == 0) {
      return new FetchOutcome.Failed(FetchFailure.EMPTY, host + " answered with nothing.");
    }
    String hash = Sha256.of(body);
    if (hash.equals(state.bodyHash())) {
      return new FetchOutcome.NotModified(
          answered.validators(), Freshness.of(answered), answered.movedTo());
    }
    FeedReading reading = parser.parse(body, answered.header("Content-Type"), answered.url());
    return switch (reading) {
      case FeedReading.Unreadable(FetchFailure why, String error) ->
          new FetchOutcome.Failed(why, error);
      case FeedReading.Read(Feed feed) ->
          new FetchOutcome.Fetched(
              warned(refinement.refine(feed.completed(), body), answered),
              answered.validators(),
              hash,
              answered.movedTo(),
              Freshness.of(answered));
    };
  }

  private static Feed warned(Feed feed, HttpReply.Answered answered) {
    String said = Bodies.noCoding(answered.header("Content-Encoding"));
    return said == null
        ? feed
        : feed.withWarning(
            "Its Content-Encoding names no coding ('" + said + "'): it was read as it was sent.");
  }
}
