package dev.mldigest.fetch.document;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a feed's tree from tags as they are written, and gives elements the namespace they were
 * meant to have: unbound prefixes get their customary one, and an unknown default namespace on the
 * root counts as the format's own. Bounded in depth, attributes, elements and items.
 */
final class TreeBuilder {
  /** No address: XML allows no such character in one. */
  private static final String UNDECLARED = "\u0000";

  /** As many items or elements as we read are there. */
  static final class Enough extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private final Deque<Element> open = new ArrayDeque<>();

  /** Addresses by prefix, as they hold for the element at hand. */
  private final Map<String, String> scope = new HashMap<>();

  /** By open element, what its own declarations hide. */
  private final Deque<Map<String, String>> hidden = new ArrayDeque<>();

  private final StringBuilder text = new StringBuilder();
  private @Nullable Element root;
  private String rootPrefix = "";
  private String rootAddress = "";
  private Namespace format = Namespace.NO_NAMESPACE;
  private int items;
  private int elements;
  private int attributesOfAll;
  private int itemDepth;
  private int parts;
  private boolean crowded;

  void start(String qName, Map<String, String> attributes) {
    flush();
    if (open.size() >= DocumentBounds.DEPTH) {
      throw new OutOfBounds("elements are nested more than " + DocumentBounds.DEPTH + " deep");
    }
    if (attributes.size() > DocumentBounds.ATTRIBUTES) {
      throw new OutOfBounds(
          "an element has more than " + DocumentBounds.ATTRIBUTES + " attributes");
    }
    hidden.push(declare(attributes));
    if (root != null && rootPrefix.isEmpty() && attributes.containsKey("xmlns")) {
      keepFormat(qName);
    }
    Element element = element(qName, attributes);
    attributesOfAll += attributes.size();
    if (++elements > DocumentBounds.ELEMENTS
        || attributesOfAll > DocumentBounds.ALL_ATTRIBUTES
        || (item(element) && ++items > DocumentBounds.ITEMS)) {
      throw new Enough();
    }
    Element parent = open.peek();
    if (parent == null) {
      root = root == null ? element : root;
    } else if (wanted(element)) {
      parent.addContent(element);
    }
    open.push(element);
  }

  private boolean wanted(Element element) {
    if (item(element)) {
      itemDepth = open.size();
      parts = 0;
    } else if (itemDepth > 0 && ++parts > DocumentBounds.PARTS) {
      crowded = true;
      return false;
    }
    return true;
  }

  /** Whether an item had more parts than are read. */
  boolean crowded() {
    return crowded;
  }

  private static boolean item(Element element) {
    return Namespaces.is(element, "item") || Namespaces.is(element, "entry");
  }

  void text(char[] chars, int from, int length) {
    text.append(chars, from, length);
  }

  void text(String more) {
    text.append(more);
  }

  void end() {
    flush();
    open.pop();
    hidden.pop().forEach(this::restore);
    itemDepth = open.size() > itemDepth ? itemDepth : 0;
  }

  private void flush() {
    Element parent = open.peek();
    if (parent != null && !text.isEmpty()) {
      parent.addContent(legalText(text.toString()));
    }
    text.setLength(0);
  }

  /** The tree so far, or null if there was no element. */
  @Nullable Document document() {
    return root == null ? null : new Document(root);
  }

  /**
   * In time and memory that grow with what is declared alone: a copy of all that holds, for each
   * element, took a document of 5 MB minutes.
   */
  private Map<String, String> declare(Map<String, String> attributes) {
    Map<String, String> before = Map.of();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        String prefix = name.length() > 6 ? name.substring(6) : "";
        before = before.isEmpty() ? new HashMap<>() : before;
        String was = scope.put(prefix, attribute.getValue());
        before.putIfAbsent(prefix, was == null ? UNDECLARED : was);
      }
    }
    return before;
  }

  /** The parts of a feed are the format's own whatever default namespace is declared on them. */
  private void keepFormat(String qName) {
    boolean part =
        switch (qName.toLowerCase(Locale.ROOT)) {
          case "channel", "item" -> format.equals(Namespace.NO_NAMESPACE);
          case "entry" -> format.equals(Namespaces.ATOM) || format.equals(Namespaces.ATOM_03);
          default -> false;
        };
    if (part) {
      scope.put("", rootAddress);
    }
  }

  private void restore(String prefix, String was) {
    if (was.equals(UNDECLARED)) {
      scope.remove(prefix);
    } else {
      scope.put(prefix, was);
    }
  }

  private Element element(String qName, Map<String, String> attributes) {
    int colon = qName.indexOf(':');
    String prefix = colon < 0 ? "" : qName.substring(0, colon);
    String local = qName.substring(colon + 1);
    if (root == null) {
      settle(prefix, local, attributes);
    }
    Element element = new Element(legal(rootName(local)), space(prefix));
    attributes.forEach((name, value) -> attribute(element, name, value));
    return element;
  }

  /** A repaired document may still hold characters that XML forbids, by reference for one. */
  private static String legalText(String text) {
    if (Verifier.checkCharacterData(text) == null) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Verifier::isXMLCharacter).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static String legal(String name) {
    return Verifier.checkElementName(name) == null ? name : "x";
  }

  /** ROME and we know the root elements by one spelling only. */
  private String rootName(String local) {
    if (root != null) {
      return local;
    }
    return switch (local.toLowerCase(Locale.ROOT)) {
      case "rss" -> "rss";
      case "feed" -> "feed";
      case "rdf" -> "RDF";
      default -> local;
    };
  }

  private void settle(String prefix, String local, Map<String, String> attributes) {
    rootPrefix = prefix;
    rootAddress = scope.getOrDefault(prefix, "");
    Namespace known = Namespaces.at(rootAddress);
    format =
        switch (local.toLowerCase(Locale.ROOT)) {
          case "rss" -> Namespace.NO_NAMESPACE;
          case "feed", "entry" ->
              known.equals(Namespaces.ATOM_03) || "0.3".equals(attributes.get("version"))
                  ? Namespaces.ATOM_03
                  : Namespaces.ATOM;
          case "rdf" -> Namespaces.RDF;
          default -> known;
        };
  }

  private Namespace space(String prefix) {
    if (prefix.equals("xml")) {
      return Namespace.XML_NAMESPACE;
    }
    String address = scope.get(prefix);
    if (address == null && !prefix.isEmpty()) {
      return Namespaces.customary(prefix);
    }
    String here = address == null ? "" : address;
    Namespace known = Namespaces.at(here);
    // RDF is the one format whose root and whose items live in two namespaces.
    if (root != null && format.equals(Namespaces.RDF) && prefix.isEmpty() && unclear(known)) {
      return Namespaces.RSS_10;
    }
    return prefix.equals(rootPrefix) && here.equals(rootAddress) ? format : known;
  }

  private static boolean unclear(Namespace space) {
    return space.equals(Namespaces.OTHER) || space.equals(Namespace.NO_NAMESPACE);
  }

  private void attribute(Element element, String qName, String value) {
    if (qName.equals("xmlns") || qName.startsWith("xmlns:")) {
      return;
    }
    int colon = qName.indexOf(':');
    String local = qName.substring(colon + 1);
    if (Verifier.checkAttributeName(local) != null) {
      return;
    }
    Namespace space = colon < 0 ? Namespace.NO_NAMESPACE : space(qName.substring(0, colon));
    boolean plain = space.getPrefix().isEmpty() || space.equals(Namespaces.OTHER);
    if (plain && colon >= 0) {
      return;
    }
    element.setAttribute(new Attribute(local, legalText(value), space));
  }
}
