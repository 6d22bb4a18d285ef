package dev.mldigest.fetch.feed;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Bodies;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.Objection;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.io.Sha256;
import dev.mldigest.net.HttpDate;
import java.net.URI;
import java.time.Duration;

/** Asks a feed for news: conditionally, at the address it moved to, and names what came of it. */
public final class FeedProtocol implements Protocol {
  private final Http http;
  private final FeedParser parser;
  private final Refinement refinement;

  public FeedProtocol(Http http, FeedParser parser) {
    this(http, parser, (feed, body) -> feed);
  }

  /**
   * @param refinement what is known of feeds of one kind beyond their format
   */
  public FeedProtocol(Http http, FeedParser parser, Refinement refinement) {
    this.http = http;
    this.parser = parser;
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
      return notModified(answered, state);
    }
    return answered.delivers() ? body(answered, state) : ReplyOutcomes.of(answered);
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

  /** How long a server asks to be left alone. */
  public static final class Freshness {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final java.util.regex.Pattern MAX_AGE =
        java.util.regex.Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,12})");

    private Freshness() {}

    /** Cache-Control's max-age, else Expires; zero to 24 hours (RFC 9111 section 4.2.1). */
    public static Duration of(HttpReply.Answered answered) {
      String control = answered.header("Cache-Control");
      var maxAge = MAX_AGE.matcher(control == null ? "" : control);
      if (maxAge.find()) {
        return capped(Duration.ofSeconds(Long.parseLong(maxAge.group(1))));
      }
      var expires = HttpDate.read(answered.header("Expires"));
      var date = HttpDate.read(answered.header("Date"));
      return expires == null || date == null
          ? Duration.ZERO
          : capped(Duration.between(date, expires));
    }

    private static Duration capped(Duration wish) {
      if (wish.isNegative()) {
        return Duration.ZERO;
      }
      return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }
  }
}
