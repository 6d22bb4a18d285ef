package dev.mldigest.fetch.http;

import dev.mldigest.domain.Refusal;
import dev.mldigest.domain.Validators;
import dev.mldigest.web.Host;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gets article pages, where robots.txt lets us (RFC 9309), and only what is text: HTML, XHTML,
 * plain, PDF. Made for one run: of arXiv's pages, which come three seconds apart, it asks for no
 * more than a share, so that nobody's links can hold a run for hours.
 */
public final class Pages {
  /** Five minutes of arXiv's pace; what is beyond has its turn in another run. */
  static final int MOST_ARXIV = 100;

  /**
   * Full texts of papers whose abstract is at hand: links that have none come to their turn too.
   */
  static final int MOST_PAPERS = 40;

  private final Http http;
  private final Robots robots;
  private final AtomicInteger arxivLeft = new AtomicInteger(MOST_ARXIV);
  private final AtomicInteger papersLeft = new AtomicInteger(MOST_PAPERS);

  public Pages(Http http) {
    this.http = http;
    this.robots = new Robots(http);
  }

  /** Where what was fetched is read. */
  public Parsing parsing() {
    return http.parsing();
  }

  public PageOutcome fetch(URI url) {
    return fetch(url, outcome -> outcome);
  }

  /**
   * @param reader works where parsers do, and must not ask for anything itself
   */
  public <T> T fetch(URI url, Function<PageOutcome, T> reader) {
    return http.get(HttpRequest.page(url), this::objection, reply -> reader.apply(outcome(reply)));
  }

  /** A place where the full text of a paper may be; of these fewer are asked for in one run. */
  public <T> T paper(URI url, Function<PageOutcome, T> reader) {
    return papersLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0
        ? reader.apply(
            new PageOutcome.Failed(
                "postponed: After " + MOST_PAPERS + " papers, more are not asked for in one run."))
        : fetch(url, reader);
  }

  /**
   * Another form of a page, which that page names itself: a page speaks for its own site alone, and
   * is not sent on to any other.
   *
   * @param page the address of the page that names it
   */
  public <T> T alternate(URI url, URI page, Function<PageOutcome, T> reader) {
    return http.get(
        HttpRequest.page(url),
        at ->
            Host.of(at).site().equals(Host.of(page).site())
                ? objection(at)
                : HttpReply.Refused.forbidden(
                    Host.of(at).site(), "Another form of a page is asked of its own site alone."),
        reply -> reader.apply(outcome(reply)));
  }

  /**
   * A transcript that a feed offers for reading is no page found by following links. But a feed
   * speaks for its own site alone: any other is asked what it allows.
   *
   * @param feed the address of the feed that names the file
   */
  public <T> T transcript(URI url, URI feed, Function<PageOutcome, T> reader) {
    return http.get(
        new HttpRequest(url, Validators.NONE, HttpRequest.TRANSCRIPTS, false),
        at -> Host.of(at).site().equals(Host.of(feed).site()) ? null : objection(at),
        reply -> reader.apply(file(reply)));
  }

  private static PageOutcome file(HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered when answered.delivers() && answered.body().length > 0 ->
          new PageOutcome.Page(answered.url(), answered.header("Content-Type"), answered.body());
      case HttpReply.Answered answered -> new PageOutcome.Failed("http " + answered.status());
      case HttpReply other -> failed(other);
    };
  }

  /** The share comes first: each new name under arxiv.org has a robots.txt to wait for too. */
  private HttpReply.@Nullable Refused objection(URI at) {
    boolean arxiv = HostRules.isArxiv(String.valueOf(at.getHost()).toLowerCase(Locale.ROOT));
    return arxiv && arxivLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0
        ? new HttpReply.Refused(
            Refusal.POSTPONED,
            at.getHost(),
            "After " + MOST_ARXIV + " pages of arXiv, more are not asked for in one run.")
        : robots.to(at);
  }

  /** What may be had another time is no refusal. */
  private static PageOutcome failed(HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered -> new PageOutcome.Failed("http " + answered.status());
      case HttpReply.Limited limited -> new PageOutcome.Failed("rate limited: " + limited.detail());
      case HttpReply.Refused refused -> refused(refused);
      case HttpReply.Broken broken ->
          new PageOutcome.Failed(broken.why().word() + ": " + broken.detail());
    };
  }

  private static PageOutcome refused(HttpReply.Refused refused) {
    return switch (refused.why()) {
      case POSTPONED -> new PageOutcome.Failed("postponed: " + refused.detail());
      // A name may lead elsewhere tomorrow, and feeds.yaml may allow what it leads to.
      case ROBOTS_UNREAD, NOT_PUBLIC -> new PageOutcome.Failed(refused.detail());
      case FORBIDDEN -> new PageOutcome.Blocked(refused.detail());
    };
  }

  private static PageOutcome outcome(HttpReply reply) {
    return reply instanceof HttpReply.Answered answered ? page(answered) : failed(reply);
  }

  private static PageOutcome page(HttpReply.Answered answered) {
    if (!answered.delivers()) {
      return new PageOutcome.Failed("http " + answered.status());
    }
    String type = answered.header("Content-Type");
    if (!isRead(type)) {
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

  private static boolean isRead(@Nullable String type) {
    return type == null
        || switch (essence(type)) {
          case "",
              "text/html",
              "application/xhtml+xml",
              "text/plain",
              "plain/txt",
              "plain/text",
              "application/pdf" ->
              true;
          default -> false;
        };
  }
}
