package dev.mldigest.config.opml;

import dev.mldigest.config.yaml.Addresses;
import dev.mldigest.config.yaml.ValueForm;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outlines of one OPML text. Where the text stops being XML it goes on at the next
 * outline, so that one broken outline costs only itself.
 */
final class OpmlReader {
  private static final String OUTLINE = "<outline";

  /**
   * Folders within folders: readers export one or two, and a hostile file must not fill the stack.
   */
  private static final int DEEPEST = 100;

  /** Each costs a new reader from there on: bounds what a file that breaks everywhere can cost. */
  private static final int MOST_BREAKS = 1000;

  private final String text;
  private final List<OutlineFeed> feeds = new ArrayList<>();

  OpmlReader(String text) {
    this.text = text;
  }

  List<OutlineFeed> feeds() throws IOException {
    int start = text.indexOf("<opml");
    if (start < 0) {
      throw new IOException("This is no OPML: it has no <opml> element.");
    }
    int breaks = 0;
    while (start >= 0 && breaks++ < MOST_BREAKS) {
      start = readFrom(start);
    }
    return feeds;
  }

  /** Reads until the end or the first break; returns where to go on, or -1. */
  private int readFrom(int start) throws IOException {
    @Nullable XMLStreamReader xml = null;
    int good = 0;
    try {
      StringReader rest = new StringReader(text);
      rest.skip(start);
      xml = factory().createXMLStreamReader(rest);
      Deque<String> folders = new ArrayDeque<>();
      while (xml.hasNext()) {
        int event = xml.next();
        good = Math.max(good, xml.getLocation().getCharacterOffset());
        if (event == XMLStreamConstants.START_ELEMENT) {
          open(xml, folders);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          folders.pop();
        }
      }
      return -1;
    } catch (XMLStreamException e) {
      int broke = e.getLocation() == null ? good : e.getLocation().getCharacterOffset();
      return next(start, start + good, start + Math.max(broke, good));
    } finally {
      close(xml);
    }
  }

  /** The first outline after the one that broke, and always one further on than before. */
  private int next(int start, int good, int broke) {
    int next = text.indexOf(OUTLINE, Math.max(good, start + 1));
    return next >= 0 && next < broke ? text.indexOf(OUTLINE, next + OUTLINE.length()) : next;
  }

  private void open(XMLStreamReader xml, Deque<String> folders) throws IOException {
    if (folders.size() >= DEEPEST) {
      throw new IOException("The OPML file is nested deeper than " + DEEPEST + " levels.");
    }
    String folder = folders.isEmpty() ? "" : folders.peek();
    String name = "";
    if (xml.getLocalName().equalsIgnoreCase("outline")) {
      name = attribute(xml, "text", "title");
      String address = attribute(xml, "xmlUrl");
      if (!address.isEmpty()) {
        add(name, address, folder, attribute(xml, "category"));
      }
    }
    folders.push(name.isEmpty() ? folder : name);
  }

  private void add(String name, String address, String folder, String category) {
    if (Addresses.url().parse().apply(address) instanceof ValueForm.Parsed.Good<URI>(URI url)) {
      feeds.add(new OutlineFeed(name.isEmpty() ? url.getHost() : name, url, folder, category));
    }
  }

  /** The first of the attributes that is not blank; OPML in the wild varies their letter case. */
  private static String attribute(XMLStreamReader xml, String... names) {
    for (String name : names) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String value = Objects.requireNonNullElse(xml.getAttributeValue(i), "").strip();
        if (xml.getAttributeLocalName(i)
                .toLowerCase(Locale.ROOT)
                .equals(name.toLowerCase(Locale.ROOT))
            && !value.isEmpty()) {
          return value.replaceAll("\\s+", " ");
        }
      }
    }
    return "";
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // The JDK's own limit is ours, and would look like one broken outline.
    factory.setProperty("jdk.xml.maxElementDepth", 2 * DEEPEST);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("External entities are not loaded.");
    });
    return factory;
  }

  private static void close(@Nullable XMLStreamReader xml) {
    try {
      if (xml != null) {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Closing a reader of text in memory failed.", e);
    }
  }
}
