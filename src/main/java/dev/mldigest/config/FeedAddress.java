package dev.mldigest.config;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.web.Host;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of feeds: when two mean one feed, and which feed is meant by the address of a page that
 * a person would paste. Asks nobody.
 */
public final class FeedAddress {
  private static final Pattern SUBREDDIT =
      Pattern.compile("/r/([A-Za-z0-9_+]{2,200})(/(?:new|top|hot|rising))?/?");
  private static final Pattern CHANNEL =
      Pattern.compile("/channel/(UC[A-Za-z0-9_-]{10,40})(?:/.*)?");
  private static final Pattern PLAYLIST =
      Pattern.compile("(?:^|&)list=([A-Za-z0-9_-]{10,60})(?:&|$)");

  /** A channel by a name; its page names the feed. */
  private static final Pattern NAMED = Pattern.compile("/(?:@|c/|user/).{1,200}");

  private static final Pattern REPOSITORY =
      Pattern.compile("/([A-Za-z0-9-]{1,64})/([A-Za-z0-9._-]{1,100}?)(?:\\.git)?(/tags)?(?:/.*)?");

  private FeedAddress() {}

  /** What an address means to a kind. */
  public sealed interface Reading {
    record Good(URI url) implements Reading {}

    /**
     * @param sentence completes "'url' …"
     */
    record Bad(String sentence) implements Reading {}
  }

  /** What the address of a page means that a person pasted. */
  public sealed interface Meant {
    URI url();

    /** The address of a feed, on a host whose feeds' addresses are known. */
    record AFeed(URI url) implements Meant {}

    /** A page of a host without customary addresses; it may name its feed. */
    record APage(URI url) implements Meant {}

    /** Any page of any site. */
    record Any(URI url) implements Meant {}

    /**
     * @param sentence completes "The URL …"
     */
    record NoFeed(URI url, String sentence) implements Meant {}
  }

  /**
   * Equal for addresses of one feed: whatever their scheme, letter case of the host, last slash.
   */
  public static String key(URI url) {
    String host = Host.of(url).name();
    boolean usual = url.getPort() == -1 || url.getPort() == 80 || url.getPort() == 443;
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return host + (usual ? "" : ":" + url.getPort()) + path + query;
  }

  /**
   * The feed that an address means. A feed's own address stays as it is, on whatever host (mirrors
   * and gateways have the same paths); a page of Reddit, YouTube or GitHub leads to its feed.
   */
  public static Reading of(SourceKind kind, URI url) {
    return switch (kind) {
      case REDDIT -> reddit(url);
      case YOUTUBE -> youtube(url);
      case GITHUB -> gitHub(url);
      case BLOG,
          NEWS,
          PAPERS,
          PODCAST,
          VIDEO,
          RELEASES,
          ARXIV,
          HACKER_NEWS,
          HUGGING_FACE,
          NEWS_API,
          SITEMAP,
          LISTING,
          NEWSLETTER,
          ARCHIVE ->
          new Reading.Good(url);
    };
  }

  /** What a pasted address means, as far as its host is known. */
  public static Meant meant(URI url) {
    return switch (Host.of(url).bare().name()) {
      case "github.com" -> meant(url, gitHub(url));
      case "youtube.com", "youtu.be" ->
          NAMED.matcher(path(url)).matches() ? new Meant.APage(url) : meant(url, youtube(url));
      case "rss.arxiv.org", "export.arxiv.org" -> new Meant.AFeed(url);
      case "arxiv.org" -> another(url, "is arXiv's: use kind 'arxiv' with categories");
      case "news.ycombinator.com" ->
          path(url).endsWith("rss")
              ? new Meant.AFeed(url)
              : another(url, "is Hacker News: use kind 'hacker-news' with a query or at-least");
      case "huggingface.co" ->
          path(url).matches("/papers(?:/.*)?")
              ? another(url, "is Hugging Face's daily papers: use kind 'hugging-face'")
              : new Meant.Any(url);
      default -> Host.of(url).isIn("reddit.com") ? meant(url, reddit(url)) : new Meant.Any(url);
    };
  }

  private static Meant meant(URI url, Reading reading) {
    return switch (reading) {
      case Reading.Good(URI feed) -> new Meant.AFeed(feed);
      case Reading.Bad(String sentence) -> new Meant.NoFeed(url, sentence);
    };
  }

  private static Meant another(URI url, String sentence) {
    return new Meant.NoFeed(url, sentence + " (docs/sources.md)");
  }

  private static Reading reddit(URI url) {
    Matcher page = SUBREDDIT.matcher(path(url));
    if (path(url).endsWith(".rss")) {
      return new Reading.Good(url);
    }
    if (!Host.of(url).isIn("reddit.com") || !page.matches()) {
      return new Reading.Bad(
          "must be a subreddit such as https://www.reddit.com/r/MachineLearning");
    }
    String order = page.group(2) == null ? "" : page.group(2);
    return good("https://www.reddit.com/r/" + page.group(1) + order + "/.rss");
  }

  private static Reading youtube(URI url) {
    if (path(url).endsWith("/feeds/videos.xml")) {
      return new Reading.Good(url);
    }
    Matcher channel = CHANNEL.matcher(path(url));
    Matcher playlist = PLAYLIST.matcher(Objects.requireNonNullElse(url.getRawQuery(), ""));
    String feed = "https://www.youtube.com/feeds/videos.xml?";
    if (Host.of(url).isIn("youtube.com") && channel.matches()) {
      return good(feed + "channel_id=" + channel.group(1));
    }
    if (Host.of(url).isIn("youtube.com") && playlist.find()) {
      return good(feed + "playlist_id=" + playlist.group(1));
    }
    return new Reading.Bad(
        path(url).startsWith("/@")
            ? "is a handle, which names no feed: 'digest feeds add' with this address finds it"
            : "must be a channel (https://www.youtube.com/channel/UC…) or a playlist"
                + " (https://www.youtube.com/playlist?list=…)");
  }

  private static Reading gitHub(URI url) {
    if (path(url).endsWith(".atom")) {
      return new Reading.Good(url);
    }
    Matcher repository = REPOSITORY.matcher(path(url));
    if (!Host.of(url).isIn("github.com") || !repository.matches()) {
      return new Reading.Bad("must be a repository such as https://github.com/pytorch/pytorch");
    }
    String feed = repository.group(3) == null ? "/releases.atom" : "/tags.atom";
    return good("https://github.com/" + repository.group(1) + "/" + repository.group(2) + feed);
  }

  private static Reading good(String url) {
    return new Reading.Good(URI.create(url));
  }

  private static String path(URI url) {
    return Objects.requireNonNullElse(url.getRawPath(), "");
  }
}
