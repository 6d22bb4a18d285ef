package dev.mldigest.fetch.service;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.feed.FeedProtocol;
import dev.mldigest.web.Host;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a subreddit's feed. A post that recommends a page is an entry for that page; one that says
 * something itself is an entry for its thread, with its text and without Reddit's frame around it.
 */
public final class RedditPosts implements FeedProtocol.Refinement {
  /**
   * Characters: a post may have 40,000, which markup and references make up to ten times as many.
   */
  private static final int LONGEST = 400_000;

  private static final List<String> OWN = List.of("reddit.com", "redd.it", "redditmedia.com");

  @Override
  public Feed refine(Feed feed, byte[] body) {
    return feed.withEntries(feed.entries().stream().map(RedditPosts::post).toList());
  }

  private static FeedEntry post(FeedEntry entry) {
    String html = entry.content() == null ? entry.summary() : entry.content();
    if (html == null || html.length() > LONGEST) {
      return entry;
    }
    Document frame = Parser.htmlParser().setMaxDepth(256).parseInput(html, "");
    String target = target(frame);
    Element said = frame.selectFirst("div.md");
    return entry.toBuilder()
        .link(target == null ? entry.link() : target)
        .authors(target == null ? entry.authors() : List.of())
        .summary(target == null ? null : said == null ? null : said.html())
        .content(target != null || said == null ? null : said.html())
        .build();
  }

  /**
   * Where Reddit's own "[link]" leads, unless that is Reddit again: a thread, a gallery, a picture.
   * What the poster calls so within the text is the poster's word.
   */
  private static @Nullable String target(Document frame) {
    for (Element anchor : frame.select("a[href]")) {
      if (anchor.text().strip().equals("[link]") && anchor.closest("div.md") == null) {
        String link = Links.resolve(anchor.attr("href"), null);
        return link == null || !Links.web(link) || own(link) ? null : link;
      }
    }
    return null;
  }

  private static boolean own(String link) {
    return OWN.stream().anyMatch(Host.of(link)::isIn);
  }
}
