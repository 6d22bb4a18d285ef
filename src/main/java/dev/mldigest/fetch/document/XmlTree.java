package dev.mldigest.fetch.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Cleaned text to a tree: by the JDK's parser, and where that gives up by jsoup's, which closes
 * what was left open. Of a document that was cut off only whole items stay.
 */
final class XmlTree {
  private static final String CUT =
      "Only the first "
          + DocumentBounds.ITEMS
          + " items, "
          + DocumentBounds.ELEMENTS
          + " elements or "
          + DocumentBounds.ALL_ATTRIBUTES
          + " attributes were read.";

  private XmlTree() {}

  /**
   * @return null if there is not one element
   * @throws OutOfBounds if the document is out of all proportion
   */
  static @Nullable Document read(String clean, ParseNotes notes) {
    TreeBuilder builder = new TreeBuilder();
    try {
      strict().parse(new InputSource(new StringReader(clean)), new Handler(builder));
    } catch (TreeBuilder.Enough e) {
      notes.incomplete(CUT);
    } catch (SAXException e) {
      notes.warn("The document is not well-formed XML and was repaired: " + brief(e));
      return repaired(clean, notes);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("Reading from memory cannot fail.", e);
    }
    return built(builder, notes);
  }

  private static @Nullable Document built(TreeBuilder builder, ParseNotes notes) {
    if (builder.crowded()) {
      notes.warn("Of an item of more than " + DocumentBounds.PARTS + " parts the first were read.");
    }
    return builder.document();
  }

  private static String brief(SAXException e) {
    String message = String.valueOf(e.getMessage());
    return message.length() > 160 ? message.substring(0, 160) : message;
  }

  /** No DTDs, no entities, namespaces left to {@link TreeBuilder}. */
  private static SAXParser strict() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    SAXParser parser = factory.newSAXParser();
    // One more than our own bound, so that ours speaks first.
    parser.setProperty("jdk.xml.maxElementDepth", String.valueOf(DocumentBounds.DEPTH + 1));
    parser.setProperty(
        "jdk.xml.elementAttributeLimit", String.valueOf(DocumentBounds.ATTRIBUTES + 50));
    // Without a DTD there are but five entities: the cleaner bounds how often they are named, and
    // the parser's own 100,000 characters are soon passed by an ordinary feed of escaped HTML.
    parser.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    parser.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return parser;
  }

  private static @Nullable Document repaired(String clean, ParseNotes notes) {
    // The repair holds all of the document as a tree before we see the first of it.
    if (clean.chars().filter(c -> c == '<').count() > 2L * DocumentBounds.ELEMENTS) {
      throw new OutOfBounds("it is broken and has more tags than can be repaired");
    }
    Parser parser = Parser.xmlParser().setMaxDepth(DocumentBounds.DEPTH + 50);
    var document = parser.parseInput(CurlyQuotes.straightened(clean), "");
    TreeBuilder builder = new TreeBuilder();
    try {
      document.traverse(new Walk(builder));
    } catch (TreeBuilder.Enough e) {
      notes.incomplete(CUT);
    }
    Document tree = built(builder, notes);
    if (tree != null) {
      dropUnfinished(tree.getRootElement(), clean, notes);
    }
    return tree;
  }

  /** The item that was open when the document ended is not one. */
  private static void dropUnfinished(Element root, String clean, ParseNotes notes) {
    String lower = clean.toLowerCase(Locale.ROOT);
    String name = root.getName().toLowerCase(Locale.ROOT);
    if (lower.indexOf("</" + name, Math.max(0, lower.lastIndexOf('<') - 200)) >= 0
        || closes(lower, name)) {
      return;
    }
    notes.incomplete("The document was cut off; only whole items were kept.");
    for (String item : new String[] {"item", "entry"}) {
      int opened = lower.lastIndexOf("<" + item);
      if (opened >= 0 && lower.indexOf("</" + item, opened) < 0) {
        lastNamed(root, item);
      }
    }
  }

  private static boolean closes(String lower, String name) {
    int last = lower.lastIndexOf("</");
    int end = lower.indexOf('>', last);
    return last >= 0 && end > 0 && lower.substring(last + 2, end).strip().endsWith(name);
  }

  private static void lastNamed(Element root, String name) {
    Element last = null;
    for (Element child : root.getChildren()) {
      if (Namespaces.is(child, name)) {
        last = child;
      } else if (Namespaces.is(child, "channel") || Namespaces.is(child, "items")) {
        for (Element grandchild : child.getChildren()) {
          last = Namespaces.is(grandchild, name) ? grandchild : last;
        }
      }
    }
    if (last != null) {
      last.detach();
    }
  }

  private static final class Handler extends DefaultHandler {
    private final TreeBuilder builder;

    Handler(TreeBuilder builder) {
      this.builder = builder;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      Map<String, String> map = new HashMap<>();
      for (int i = 0; i < attributes.getLength(); i++) {
        map.put(attributes.getQName(i), attributes.getValue(i));
      }
      builder.start(qName, map);
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      builder.end();
    }

    @Override
    public void characters(char[] chars, int from, int length) {
      builder.text(chars, from, length);
    }
  }

  private static final class Walk implements NodeVisitor {
    private final TreeBuilder builder;

    Walk(TreeBuilder builder) {
      this.builder = builder;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        builder.text(text.getWholeText());
      } else if (node instanceof org.jsoup.nodes.Element element && depth > 0) {
        Map<String, String> attributes = new HashMap<>();
        element.attributes().forEach(a -> attributes.put(a.getKey(), a.getValue()));
        builder.start(element.tagName(), attributes);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof org.jsoup.nodes.Element && depth > 0) {
        builder.end();
      }
    }
  }
}
