package dev.mldigest.fetch.feed;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.fetch.document.DocumentBounds;
import dev.mldigest.fetch.document.OutOfBounds;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.XmlDocument;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed. ROME reads the cleaned
 * tree; what it loses (odd dates, relative links, titles elsewhere) is read from the tree itself,
 * and so is all of a feed that ROME gives up. One bad value costs that value, one bad item that
 * item. Never throws, whatever the bytes; time and depth are bounded. Stateless.
 */
public final class FeedParser {
  /** ROME's own conversion takes most of the time; past this many items only the tree is read. */
  private static final int ROME_ITEMS = 2_000;

  private static final Pattern HTML =
      Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * @param contentType the Content-Type header, or null
   * @param base the document's own address, after redirects, or null
   */
  public FeedReading parse(byte[] body, @Nullable String contentType, @Nullable URI base) {
    if (body.length > DocumentBounds.MOST_BYTES) {
      return unreadable(
          FetchFailure.MALFORMED,
          "The document is larger than a feed may be: "
              + (DocumentBounds.MOST_BYTES >> 20)
              + " MB.");
    }
    ParseNotes notes = new ParseNotes();
    String text = XmlDocument.text(body, contentType, notes);
    String from = base == null ? null : base.toString();
    if (text.isEmpty()) {
      return unreadable(FetchFailure.EMPTY, "The document is empty.");
    }
    if (text.startsWith("{")) {
      return JsonFeed.read(text, from, notes);
    }
    return xml(text, from, notes);
  }

  private static FeedReading unreadable(FetchFailure why, String error) {
    return new FeedReading.Unreadable(why, error);
  }

  private static FeedReading xml(String text, @Nullable String base, ParseNotes notes) {
    if (text.indexOf('<') < 0) {
      return unreadable(
          FetchFailure.NOT_A_FEED, "The document is not a feed: it is neither XML nor JSON.");
    }
    try {
      Document tree = XmlDocument.tree(text, notes);
      FeedShape shape = tree == null ? null : FeedShape.of(tree);
      if (tree == null || shape == null) {
        return unreadable(FetchFailure.NOT_A_FEED, stranger(text, tree));
      }
      return new FeedReading.Read(feed(tree, shape, base, notes));
    } catch (OutOfBounds e) {
      return unreadable(FetchFailure.MALFORMED, "The document is refused: " + e.getMessage() + ".");
    }
  }

  private static String stranger(String text, @Nullable Document tree) {
    if (HTML.matcher(text.substring(0, Math.min(text.length(), 2_000))).find()) {
      return "The document is an HTML page, not a feed; the page may name its feed.";
    }
    return tree == null
        ? "The document is not a feed: it has no element."
        : "The document is not a feed: its root element is '%s'."
            .formatted(tree.getRootElement().getName());
  }

  private static Feed feed(
      Document tree, FeedShape shape, @Nullable String base, ParseNotes notes) {
    StatedZones.settle(shape, base, notes);
    List<FeedEntry> own = new ArrayList<>();
    for (Element item : shape.items()) {
      own.add(new ItemReader(item, base, notes).read());
    }
    String title = ItemReader.title(shape.head());
    String link = ItemLinks.home(shape.head(), base);
    boolean known = own.size() <= ROME_ITEMS && !shape.format().equals(FeedShape.CDF);
    List<FeedEntry> rome = known ? RomeReader.read(tree, notes) : null;
    List<FeedEntry> entries = rome == null || rome.size() != own.size() ? own : merged(rome, own);
    return new Feed(
        shape.format(),
        title.isEmpty() ? null : title,
        link,
        signed(entries, ItemReader.authors(shape.head())),
        notes.warnings(),
        notes.complete(),
        StatedPace.of(shape.head()));
  }

  /** Who wrote the feed wrote what names nobody (RFC 4287, section 4.2.1; JSON Feed 1.1). */
  static List<FeedEntry> signed(List<FeedEntry> entries, List<String> authors) {
    return authors.isEmpty()
        ? entries
        : entries.stream()
            .map(e -> e.authors().isEmpty() ? e.toBuilder().authors(authors).build() : e)
            .toList();
  }

  private static List<FeedEntry> merged(List<FeedEntry> rome, List<FeedEntry> own) {
    List<FeedEntry> merged = new ArrayList<>(own.size());
    for (int i = 0; i < own.size(); i++) {
      merged.add(merged(rome.get(i), own.get(i)));
    }
    return merged;
  }

  /**
   * ROME's word on topics and files. Texts, people, links and dates are ours: ROME takes an Atom
   * text without a type for HTML, resolves no relative link of RSS, reads BST as Greenwich time,
   * seconds since 1970 as a year, and drops what is not RFC 822.
   */
  private static FeedEntry merged(FeedEntry rome, FeedEntry own) {
    return own.toBuilder()
        .guid(own.guid() != null ? own.guid() : rome.guid())
        .title(own.title().isEmpty() ? rome.title() : own.title())
        .authors(own.authors().isEmpty() ? rome.authors() : own.authors())
        .summary(own.summary() != null ? own.summary() : rome.summary())
        .categories(rome.categories().isEmpty() ? own.categories() : rome.categories())
        .enclosures(
            own.enclosures().size() >= rome.enclosures().size()
                ? own.enclosures()
                : rome.enclosures())
        .build();
  }
}
