package dev.mldigest.fetch.document;

import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/**
 * From a stranger's bytes to a tree: decoded, cleaned, without DTDs, repaired where it is broken,
 * and within {@link DocumentBounds}.
 */
public final class XmlDocument {
  private XmlDocument() {}

  /** The text, without what its server printed before it; empty if there is none. */
  public static String text(byte[] body, @Nullable String contentType, ParseNotes notes) {
    return Preamble.without(DocumentCharset.decode(body, contentType, notes), notes);
  }

  /**
   * @return null if there is not one element
   * @throws OutOfBounds if the document is out of all proportion
   */
  public static @Nullable Document tree(String text, ParseNotes notes) {
    return XmlTree.read(XmlCleaner.clean(text, notes), notes);
  }

  /** Both at once: null if there is no tree or it is out of all proportion. */
  public static @Nullable Document read(
      byte[] body, @Nullable String contentType, ParseNotes notes) {
    if (body.length > DocumentBounds.MOST_BYTES) {
      return null;
    }
    String text = text(body, contentType, notes);
    try {
      return text.indexOf('<') < 0 ? null : tree(text, notes);
    } catch (OutOfBounds e) {
      return null;
    }
  }
}
