package dev.mldigest.fetch;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.Validators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the feeds of a page: those it names (HTML standard, {@code link rel=alternate}), else those
 * at customary addresses. Only what parses as a feed is returned.
 */
public final class FeedFinder {
  /** A page may name a feed for each of its tags; the first ones are the site's. */
  private static final int MOST = 10;

  private static final List<String> CUSTOMARY =
      List.of("/feed", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/rss.xml");

  private final Http http;
  private final FeedParser parser;

  public FeedFinder(Http http, FeedParser parser) {
    this.http = http;
    this.parser = parser;
  }

  /**
   * @param url where the feed answered, after redirects
   */
  public record Found(URI url, Feed feed) {}

  /** The feeds of a page, best first; the page itself if it is a feed; empty if there is none. */
  public List<Found> find(URI page) {
    if (!(http.get(HttpRequest.feed(page, Validators.NONE)) instanceof HttpReply.Answered answered)
        || answered.status() != 200) {
      return customary(page);
    }
    Found itself = read(answered);
    if (itself != null) {
      return List.of(itself);
    }
    List<Found> named = tried(named(answered));
    return named.isEmpty() ? customary(answered.url()) : named;
  }

  private List<Found> customary(URI page) {
    return tried(CUSTOMARY.stream().map(path -> String.valueOf(page.resolve(path))).toList());
  }

  private List<Found> tried(Iterable<String> addresses) {
    List<Found> found = new ArrayList<>();
    Set<URI> seen = new LinkedHashSet<>();
    for (String address : addresses) {
      Found feed = tried(address);
      if (feed != null && seen.add(feed.url())) {
        found.add(feed);
      }
    }
    return found;
  }

  private @Nullable Found tried(String address) {
    try {
      HttpReply reply = http.get(HttpRequest.feed(URI.create(address), Validators.NONE));
      return reply instanceof HttpReply.Answered answered && answered.status() == 200
          ? read(answered)
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private @Nullable Found read(HttpReply.Answered answered) {
    FeedReading reading =
        parser.parse(answered.body(), answered.header("Content-Type"), answered.url());
    return switch (reading) {
      case FeedReading.Read(Feed feed) -> new Found(answered.url(), feed.completed());
      case FeedReading.Unreadable _ -> null;
    };
  }

  private static Set<String> named(HttpReply.Answered answered) {
    Set<String> addresses = new LinkedHashSet<>();
    try {
      Document page =
          Jsoup.parse(new ByteArrayInputStream(answered.body()), null, answered.url().toString());
      for (Element link : page.select("link[rel~=(?i)\\balternate\\b][href]")) {
        String type = link.attr("type");
        if (type.contains("rss") || type.contains("atom") || type.contains("feed+json")) {
          addresses.add(link.absUrl("href"));
        }
        if (addresses.size() == MOST) {
          break;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory cannot fail.", e);
    }
    addresses.remove("");
    return addresses;
  }
}
