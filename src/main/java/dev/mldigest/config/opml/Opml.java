package dev.mldigest.config.opml;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Lists of feeds as other feed readers write and read them: OPML 2.0 (https://opml.org/spec2.opml).
 */
public final class Opml {

  /**
   * The feeds of an OPML file, in order, folders flattened. An outline that is broken or whose
   * address is none costs itself only. Document types and external entities are never loaded.
   *
   * @throws IOException with one sentence where the input cannot be read, is too large or too deep,
   *     or is no OPML
   */
  public List<OutlineFeed> read(InputStream in) throws IOException {
    return new OpmlReader(OpmlText.decode(in)).feeds();
  }

  /**
   * The sources that {@link #isFeed}, by section. The arXiv API is no feed; its place takes the
   * feed of its categories.
   */
  public String write(Settings settings) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, 0);
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      head(xml, settings);
      line(xml, 1);
      xml.writeStartElement("body");
      for (SectionRule section : settings.slots().sections()) {
        section(xml, section, settings.sources());
      }
      line(xml, 1);
      xml.writeEndElement();
      line(xml, 0);
      xml.writeEndElement();
      line(xml, 0);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing OPML into memory failed.", e);
    }
    return text.toString();
  }

  private static void head(XMLStreamWriter xml, Settings settings) throws XMLStreamException {
    line(xml, 1);
    xml.writeStartElement("head");
    line(xml, 2);
    xml.writeStartElement("title");
    xml.writeCharacters(settings.title());
    xml.writeEndElement();
    line(xml, 1);
    xml.writeEndElement();
  }

  private static void section(XMLStreamWriter xml, SectionRule section, List<Source> sources)
      throws XMLStreamException {
    List<Source> own =
        sources.stream().filter(s -> s.section().equals(section.id()) && isFeed(s.kind())).toList();
    if (own.isEmpty()) {
      return;
    }
    line(xml, 2);
    xml.writeStartElement("outline");
    xml.writeAttribute("text", section.title());
    for (Source source : own) {
      line(xml, 3);
      xml.writeEmptyElement("outline");
      xml.writeAttribute("type", "rss");
      xml.writeAttribute("text", source.title());
      xml.writeAttribute("title", source.title());
      xml.writeAttribute("category", source.kind().word());
      xml.writeAttribute("xmlUrl", address(source));
    }
    line(xml, 2);
    xml.writeEndElement();
  }

  /** True for kinds that another feed reader can read too. */
  public static boolean isFeed(SourceKind kind) {
    return switch (kind) {
      case BLOG, NEWS, PAPERS, PODCAST, VIDEO, RELEASES, ARXIV, REDDIT, YOUTUBE, GITHUB -> true;
      case HACKER_NEWS, HUGGING_FACE, NEWS_API, SITEMAP, LISTING, NEWSLETTER, ARCHIVE -> false;
    };
  }

  /**
   * The address at which other feed readers find a source. The arXiv API is no feed; the feed of
   * its categories stands in.
   */
  public static String address(Source source) {
    return source.kind() == SourceKind.ARXIV
        ? "https://rss.arxiv.org/atom/" + String.join("+", source.categories())
        : source.url().toString();
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
