package dev.mldigest.fetch.service;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.fetch.document.Namespaces;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.XmlDocument;
import dev.mldigest.fetch.feed.FeedProtocol;
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
public final class YouTubeVideos implements FeedProtocol.Refinement {
  @Override
  public Feed refine(Feed feed, byte[] body) {
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
