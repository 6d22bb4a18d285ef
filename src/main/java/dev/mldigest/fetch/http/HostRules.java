package dev.mldigest.fetch.http;

import dev.mldigest.web.Host;
import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * Which requests share a lane, and how fast it may be driven. arXiv and Reddit count all their
 * hosts as one; every other host is on its own.
 */
final class HostRules {
  /**
   * arXiv's terms: one connection, one request every three seconds, over all its hosts together;
   * and a little for its clock.
   */
  static final Duration ARXIV_GAP = Duration.ofMillis(3_020);

  /** Reddit answers about one request a minute without an account. */
  static final Duration REDDIT_GAP = Duration.ofSeconds(60);

  /** A run does not wait longer for one page of Reddit; the source's turn comes another time. */
  static final Duration REDDIT_PATIENCE = Duration.ofMinutes(3);

  /** Longer than any process lives. */
  private static final Duration ENDLESS = Duration.ofDays(365);

  private final Rule arxiv;
  private final Rule reddit;
  private final int perHost;
  private final Duration perHostGap;

  HostRules(int perHost, Duration perHostGap, Duration arxivGap) {
    this.perHost = perHost;
    this.perHostGap = perHostGap;
    this.arxiv = new Rule("arxiv", 1, arxivGap, true, ENDLESS);
    this.reddit = new Rule("reddit", 1, REDDIT_GAP, true, REDDIT_PATIENCE);
  }

  /**
   * The rule of one lane.
   *
   * @param lane its name: the host, or that of a group
   * @param width most requests at once
   * @param gap least time between two starts
   * @param strict the gap is counted from the end of an exchange too, so that it holds for the
   *     server's clock however long a request was on its way, and it outlives the process
   * @param patience longest wait for a turn
   */
  record Rule(String lane, int width, Duration gap, boolean strict, Duration patience) {}

  Rule of(HttpRequest request, HttpUrl url) {
    if (request.arxiv() || isArxiv(url.host())) {
      return arxiv;
    }
    return new Host(url.host()).isIn("reddit.com")
        ? reddit
        : new Rule(url.host(), perHost, perHostGap, false, ENDLESS);
  }

  /** Whether a host is one of those that arXiv counts as one. */
  static boolean isArxiv(String host) {
    return new Host(host).isIn("arxiv.org");
  }
}
