package dev.mldigest.fetch.feed;

import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/** Bytes to a tree, for what is XML but no feed: as hardened and as forgiving as for feeds. */
public final class XmlDocument {
  private XmlDocument() {}

  /** The tree, or null if there is none or it is out of all proportion. */
  static @Nullable public Document read(
      byte[] body, @Nullable String contentType, ParseNotes notes) {
    if (body.length > FeedParser.MOST_BYTES) {
      return null;
    }
    String text = Preamble.without(FeedCharsets.decode(body, contentType, notes), notes);
    try {
      return text.indexOf('<') < 0 ? null : FeedTree.read(XmlCleaner.clean(text, notes), notes);
    } catch (TreeBuilder.OutOfBounds e) {
      return null;
    }
  }
}
