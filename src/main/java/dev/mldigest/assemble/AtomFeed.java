package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.domain.Week;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/**
 * The published issues as an Atom feed (RFC 4287), the newest first, one entry an issue with the
 * whole text. Ids depend on the newsletter's title and the week alone, so that a reader never sees
 * an issue twice.
 */
public final class AtomFeed {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final HtmlFragment fragment = new HtmlFragment(Map.of());

  /**
   * One published issue.
   *
   * @param updated when its content last changed
   * @param markdown its text, anchors gone
   */
  public record PublishedIssue(Week week, Instant updated, String markdown) {}

  /**
   * @param title the newsletter's name
   * @param made stands as the feed's date while there is no issue
   */
  public String render(String title, Instant made, List<PublishedIssue> issues) {
    return render(title, made, issues, null);
  }

  /**
   * @param site where the issues stand as pages, and the feed beside them; null where they do not
   */
  public String render(
      String title, Instant made, List<PublishedIssue> issues, @Nullable URI site) {
    List<PublishedIssue> newestFirst =
        issues.stream().sorted(Comparator.comparing(PublishedIssue::week).reversed()).toList();
    Instant updated =
        issues.stream().map(PublishedIssue::updated).max(Instant::compareTo).orElse(made);
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      element(xml, "id", id(title));
      element(xml, "title", title);
      element(xml, "updated", date(updated));
      if (site != null) {
        link(xml, "self", "application/atom+xml", site.resolve("feed.xml"));
        link(xml, "alternate", "text/html", site);
      }
      xml.writeStartElement("author");
      element(xml, "name", title);
      xml.writeEndElement();
      element(xml, "generator", "ML Digest");
      for (PublishedIssue issue : newestFirst) {
        entry(xml, title, issue, site);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing XML into memory failed.", e);
    }
    return out.toString();
  }

  /** What the issue is headed by: the newsletter's name and the days, or the editor's words. */
  private static Optional<String> heading(String markdown) {
    return Dialect.document(markdown).getFirstChild() instanceof Heading first
            && first.getLevel() == 1
            && !Words.of(first).isBlank()
        ? Optional.of(Words.of(first).strip())
        : Optional.empty();
  }

  private static void link(XMLStreamWriter xml, String relation, String type, URI address)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address.toString());
  }

  private void entry(XMLStreamWriter xml, String title, PublishedIssue issue, @Nullable URI site)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("entry");
    element(xml, "id", id(title + " " + issue.week()));
    element(xml, "title", heading(issue.markdown()).orElse(title + " – " + issue.week()));
    element(xml, "updated", date(issue.updated()));
    if (site != null) {
      link(xml, "alternate", "text/html", site.resolve(issue.week() + ".html"));
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(allowed(fragment.render(Dialect.document(issue.markdown()))));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  /** A name-based UUID (RFC 9562, 5.3): the same title gives the same id on every machine. */
  private static String id(String name) {
    byte[] bytes = ("ml-digest " + name).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }

  private static String date(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The characters that XML 1.0 allows (production 2); the editor's file may hold others. */
  private static String allowed(String text) {
    return text.replaceAll(
        "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
  }
}
