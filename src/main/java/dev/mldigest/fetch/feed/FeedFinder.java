package dev.mldigest.fetch.feed;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Validators;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the feeds of a page: those it names (HTML standard, {@code link rel=alternate}), else those
 * at customary addresses. Only what parses as a feed and holds something is one.
 */
public final class FeedFinder {
  /** A page may name a feed for each of its tags; the first ones are the site's. */
  private static final int MOST = 10;

  private static final List<String> CUSTOMARY =
      List.of("/feed", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/rss.xml");

  private static final Pattern RECORDING =
      Pattern.compile("(?i).{0,4000}\\.(?:mp3|m4a|m4b|ogg|opus|mp4|m4v)(?:[?#].*)?");

  /** What Apple asks of every episode; that its namespace is declared says nothing. */
  private static final Pattern DURATION = Pattern.compile("<itunes:duration[\\s>]");

  private final Http http;
  private final FeedParser parser = new FeedParser();

  public FeedFinder(Http http) {
    this.http = http;
  }

  /**
   * @param url where the feed answered, after redirects
   * @param spoken whether most of its entries are recordings
   */
  public record Found(URI url, Feed feed, boolean spoken) {}

  /** What became of the search. */
  public sealed interface Finding {
    /**
     * @param feeds best first, at least one
     */
    record Feeds(List<Found> feeds) implements Finding {}

    /** A page was read, and neither it nor the customary places name a feed. */
    record PageWithout() implements Finding {}

    /**
     * @param reason one sentence for a person
     */
    record Nothing(String reason) implements Finding {}
  }

  /** What one address gave. */
  private sealed interface Look {
    record AFeed(Found found) implements Look {}

    record APage(HttpReply.Answered page) implements Look {}

    /**
     * @param reason one sentence
     * @param missing whether the host answers, only not with this
     */
    record Neither(String reason, boolean missing) implements Look {}
  }

  /** The feeds of a page, or the page itself if it is one. */
  public Finding find(URI page) {
    return find(page, true);
  }

  /** The same without guessing: on hosts whose feeds' addresses are known. */
  public Finding findNamed(URI page) {
    return find(page, false);
  }

  private Finding find(URI address, boolean guess) {
    return switch (look(address)) {
      case Look.AFeed(Found found) -> new Finding.Feeds(List.of(found));
      case Look.APage(HttpReply.Answered page) -> ofPage(page, guess);
      case Look.Neither(String reason, boolean missing) ->
          otherwise(guess && missing ? customary(address) : List.of(), new Finding.Nothing(reason));
    };
  }

  private Finding ofPage(HttpReply.Answered page, boolean guess) {
    List<Found> found = new ArrayList<>();
    Finding failure = new Finding.PageWithout();
    for (String address : named(page)) {
      Look look = look(address);
      if (look instanceof Look.AFeed(Found feed)) {
        add(found, feed);
      } else if (failure instanceof Finding.PageWithout) {
        String why = look instanceof Look.Neither neither ? neither.reason : "It is a page.";
        failure = new Finding.Nothing("The page names the feed " + address + ": " + why);
      }
    }
    return otherwise(found.isEmpty() && guess ? customary(page.url()) : found, failure);
  }

  private static Finding otherwise(List<Found> found, Finding failure) {
    return found.isEmpty() ? failure : new Finding.Feeds(found);
  }

  /** Stops where the host no longer answers: the other places are on the same one. */
  private List<Found> customary(URI page) {
    List<Found> found = new ArrayList<>();
    for (String path : CUSTOMARY) {
      Look look = look(page.resolve(path));
      if (look instanceof Look.AFeed(Found feed)) {
        add(found, feed);
      } else if (look instanceof Look.Neither neither && !neither.missing) {
        break;
      }
    }
    return found;
  }

  private static void add(List<Found> found, Found feed) {
    if (found.stream().noneMatch(known -> known.url().equals(feed.url()))) {
      found.add(feed);
    }
  }

  private Look look(String address) {
    try {
      return look(URI.create(address));
    } catch (IllegalArgumentException e) {
      return new Look.Neither("It is not a valid address.", true);
    }
  }

  private Look look(URI address) {
    return switch (http.get(HttpRequest.feed(address, Validators.NONE))) {
      case HttpReply.Answered answered when answered.delivers() -> read(answered);
      case HttpReply.Answered answered ->
          new Look.Neither(
              answered.url().getHost() + " answered " + answered.status() + ".",
              answered.status() / 100 == 4);
      case HttpReply.Limited limited -> new Look.Neither(limited.detail(), false);
      case HttpReply.Refused refused -> new Look.Neither(refused.detail(), false);
      case HttpReply.Broken broken -> new Look.Neither(broken.detail(), false);
    };
  }

  private Look read(HttpReply.Answered answered) {
    String type = answered.header("Content-Type");
    return switch (parser.parse(answered.body(), type, answered.url())) {
      case FeedReading.Read(Feed feed) when isEmpty(feed) ->
          new Look.Neither("It is a feed with neither a title nor entries.", true);
      case FeedReading.Read(Feed feed) ->
          new Look.AFeed(
              new Found(answered.url(), feed.completed(), isSpoken(feed, answered.body())));
      case FeedReading.Unreadable(_, String error) ->
          type == null || type.toLowerCase(Locale.ROOT).contains("html")
              ? new Look.APage(answered)
              : new Look.Neither("It is neither a page nor a feed: " + error, true);
    };
  }

  private static boolean isEmpty(Feed feed) {
    return (feed.title() == null || feed.title().isBlank()) && feed.entries().isEmpty();
  }

  private static boolean isSpoken(Feed feed, byte[] body) {
    long recordings = feed.entries().stream().filter(FeedFinder::isRecording).count();
    // The parser keeps no durations; the names of elements are ASCII in every encoding of the web.
    long durations =
        DURATION.matcher(new String(body, StandardCharsets.ISO_8859_1)).results().count();
    return 2 * Math.max(recordings, durations) > feed.entries().size();
  }

  private static boolean isRecording(FeedEntry entry) {
    return !entry.transcripts().isEmpty()
        || entry.enclosures().stream().anyMatch(FeedFinder::isRecording);
  }

  private static boolean isRecording(Enclosure file) {
    String type = Objects.requireNonNullElse(file.type(), "").toLowerCase(Locale.ROOT);
    return type.startsWith("audio/")
        || type.startsWith("video/")
        || (type.isBlank() && RECORDING.matcher(file.url()).matches());
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
