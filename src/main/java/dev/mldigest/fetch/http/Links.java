package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.LinkCheck;
import dev.mldigest.domain.LinkCheck.Ending;
import java.net.URI;
import java.time.Instant;

/**
 * Asks whether a link leads somewhere, as politely as pages are asked for: its host's turn,
 * robots.txt, a whole deadline. By GET, for many servers answer HEAD wrongly.
 */
public final class Links {
  private final Http http;
  private final Robots robots;

  public Links(Http http) {
    this.http = http;
    this.robots = new Robots(http);
  }

  public LinkCheck check(URI url, Instant now) {
    HttpReply reply = http.get(HttpRequest.page(url), robots);
    String landed = reply instanceof HttpReply.Answered answered ? answered.url().toString() : "";
    return new LinkCheck(url.toString(), now, ending(url, reply), landed, sentence(reply));
  }

  private Ending ending(URI url, HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered -> ending(answered.status());
      case HttpReply.Limited limited -> Ending.UNSURE;
      case HttpReply.Refused refused ->
          switch (refused.why()) {
            case FORBIDDEN, NOT_PUBLIC -> Ending.NOT_ASKED;
            case ROBOTS_UNREAD -> robots.knowsNoHost(url) ? Ending.UNKNOWN_HOST : Ending.UNSURE;
            case POSTPONED -> Ending.UNSURE;
          };
      case HttpReply.Broken(FetchFailure why, String detail) ->
          switch (why) {
            case UNKNOWN_HOST -> Ending.UNKNOWN_HOST;
            case TOO_LARGE -> Ending.ALIVE; // it sends more than anybody reads
            default -> Ending.UNSURE;
          };
    };
  }

  /** Not found and gone (RFC 9110, 15.5.5 and 15.5.11); what else is refused may be us alone. */
  private static Ending ending(int status) {
    return status == 404 || status == 410
        ? Ending.GONE
        : status >= 200 && status < 300 ? Ending.ALIVE : Ending.UNSURE;
  }

  private static String sentence(HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered -> "It answers with status " + answered.status() + ".";
      case HttpReply.Limited limited -> limited.detail();
      case HttpReply.Refused refused -> refused.detail();
      case HttpReply.Broken broken -> broken.detail();
    };
  }
}
