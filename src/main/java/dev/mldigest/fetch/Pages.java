package dev.mldigest.fetch;

import dev.mldigest.domain.Validators;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gets article pages, where robots.txt lets us (RFC 9309), and only what is text: HTML, XHTML,
 * plain.
 */
public final class Pages {
  private final Http http;
  private final Robots robots;

  public Pages(Http http) {
    this.http = http;
    this.robots = new Robots(http);
  }

  public PageOutcome fetch(URI url) {
    HttpReply reply = http.get(HttpRequest.page(url), robots::objection);
    return switch (reply) {
      case HttpReply.Answered answered -> page(answered);
      case HttpReply.Limited limited -> new PageOutcome.Failed("rate limited: " + limited.detail());
      case HttpReply.Refused refused ->
          refused.detail().endsWith(Robots.UNREADABLE)
              ? new PageOutcome.Failed(refused.detail())
              : new PageOutcome.Blocked(refused.detail());
      case HttpReply.Broken broken ->
          new PageOutcome.Failed(broken.word() + ": " + broken.detail());
    };
  }

  /**
   * A transcript that a feed offers for reading is no page found by following links. But a feed
   * speaks for its own site alone: any other is asked what it allows.
   *
   * @param feed the address of the feed that names the file
   */
  public PageOutcome transcript(URI url, URI feed) {
    HttpReply reply =
        http.get(
            new HttpRequest(url, Validators.NONE, HttpRequest.TRANSCRIPTS, false),
            at -> HostNames.site(at).equals(HostNames.site(feed)) ? null : robots.objection(at));
    return switch (reply) {
      case HttpReply.Answered answered
          when answered.status() == 200 && answered.body().length > 0 ->
          new PageOutcome.Page(answered.url(), answered.header("Content-Type"), answered.body());
      case HttpReply.Answered answered -> new PageOutcome.Failed("http " + answered.status());
      case HttpReply.Limited limited -> new PageOutcome.Failed("rate limited: " + limited.detail());
      case HttpReply.Refused refused -> new PageOutcome.Blocked(refused.detail());
      case HttpReply.Broken broken ->
          new PageOutcome.Failed(broken.word() + ": " + broken.detail());
    };
  }

  private static PageOutcome page(HttpReply.Answered answered) {
    if (answered.status() != 200) {
      return new PageOutcome.Failed("http " + answered.status());
    }
    String type = answered.header("Content-Type");
    if (!text(type)) {
      return new PageOutcome.Failed("not a page but " + brief(type));
    }
    return answered.body().length == 0
        ? new PageOutcome.Failed("empty")
        : new PageOutcome.Page(answered.url(), type, answered.body());
  }

  private static String essence(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String brief(@Nullable String type) {
    String essence = type == null ? "" : essence(type);
    return essence.substring(0, Math.min(60, essence.length()));
  }

  private static boolean text(@Nullable String type) {
    return type == null
        || switch (essence(type)) {
          case "", "text/html", "application/xhtml+xml", "text/plain" -> true;
          default -> false;
        };
  }
}
