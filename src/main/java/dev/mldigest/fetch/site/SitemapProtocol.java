package dev.mldigest.fetch.site;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.http.Robots;

/**
 * Reads a site by its sitemap (https://www.sitemaps.org/protocol.html): pages changed within the
 * window, news sitemaps' dates first. Pages without a date are handed on undated, all of them: what
 * is stored already decides which of them are new. The first poll therefore hands on old pages too:
 * a site that is made anew may stamp one day on all of them. Where no page has a date, nothing but
 * what is stored tells what is new: such a poll proves nothing. An index speaks for its own site
 * alone.
 */
public final class SitemapProtocol implements Protocol {
  private final Http http;
  private final Robots robots;

  public SitemapProtocol(Http http) {
    this.http = http;
    this.robots = new Robots(http);
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    return new SitemapPoll(http, robots, source.url(), state, window).fetch();
  }
}
