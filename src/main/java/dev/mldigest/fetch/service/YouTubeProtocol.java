package dev.mldigest.fetch.service;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.document.Namespaces;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.XmlDocument;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedProtocol;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Reads a channel's or playlist's feed: what a video says of itself stands in Media RSS ({@code
 * media:description}), and so do its likes ({@code media:starRating}).
 */
public final class YouTubeProtocol implements Protocol {
  private final FeedProtocol feed;

  public YouTubeProtocol(Http http, FeedParser parser) {
    this.feed = new FeedProtocol(http, parser, YouTubeProtocol::videos);
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    return feed.fetch(source, state, window);
  }

  private static Feed videos(Feed feed, byte[] body) {
    List<Element> items = items(body);
    if (items.size() != feed.entries().size()) {
      return feed; // the document was repaired: what belongs to which entry is not known
    }
    List<FeedEntry> videos = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      videos.add(video(feed.entries().get(i), items.get(i)));
    }
    return feed.withEntries(videos);
  }

  private static List<Element> items(byte[] body) {
    Document tree = XmlDocument.read(body, null, new ParseNotes());
    return tree == null
        ? List.of()
        : tree.getRootElement().getChildren().stream()
            .filter(e -> Namespaces.is(e, "entry"))
            .toList();
  }

  private static FeedEntry video(FeedEntry entry, Element item) {
    Element group = item.getChild("group", Namespaces.MEDIA);
    Element media = group == null ? item : group;
    Element description = media.getChild("description", Namespaces.MEDIA);
    String said = description == null ? "" : description.getText().strip();
    return entry.toBuilder()
        .summary(said.isEmpty() ? entry.summary() : paragraphs(said))
        .signals(signals(media.getChild("community", Namespaces.MEDIA), entry.signals()))
        .build();
  }

  /** Plain text with line breaks that mean something. */
  private static String paragraphs(String text) {
    return "<p>" + Entities.escape(text).replaceAll("\\r?\\n(?:\\s*\\n)*", "</p><p>") + "</p>";
  }

  private static Signals signals(@Nullable Element community, Signals known) {
    Element likes = community == null ? null : community.getChild("starRating", Namespaces.MEDIA);
    String count = likes == null ? "" : likes.getAttributeValue("count", "").strip();
    return count.matches("[0-9]{1,9}")
        ? new Signals(Integer.parseInt(count), known.comments(), known.withdrawn())
        : known;
  }
}
