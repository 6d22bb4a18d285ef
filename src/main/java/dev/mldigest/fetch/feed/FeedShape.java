package dev.mldigest.fetch.feed;

import dev.mldigest.fetch.document.Namespaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in a feed's tree.
 *
 * @param format as in {@link dev.mldigest.domain.Feed}
 * @param head the element that holds the feed's own title and link
 * @param items in document order
 */
public record FeedShape(String format, Element head, List<Element> items) {

  /** Microsoft's Channel Definition Format of 1997. */
  static final String CDF = "cdf-1.0";

  /** The shape of a tree, or null if its root element is none of a feed. */
  public static @Nullable FeedShape of(Document document) {
    Element root = document.getRootElement();
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss" -> channelled("rss-" + root.getAttributeValue("version", "2.0").strip(), root);
      case "rdf" -> channelled(old(root) ? "rdf-0.9" : "rdf-1.0", root);
      case "feed" -> new FeedShape(atom(root), root, named(root, "entry"));
      case "entry" -> new FeedShape(atom(root), root, List.of(root));
      case "item" -> new FeedShape("rss-2.0", root, List.of(root));
      case "channel" -> channelled(bare(root), root);
      default -> null;
    };
  }

  private static String atom(Element root) {
    return root.getNamespace().equals(Namespaces.ATOM_03) ? "atom-0.3" : "atom-1.0";
  }

  /**
   * RSS 1.1 has a channel as its root element, and so has CDF, whose items hold their addresses.
   */
  private static String bare(Element root) {
    if (root.getName().equals("Channel")) {
      return "rss-1.1";
    }
    boolean cdf =
        root.getName().equals("CHANNEL")
            || Namespaces.attribute(root, "href") != null
            || root.getChildren().stream().anyMatch(FeedShape::addressed);
    return cdf ? CDF : "rss-2.0";
  }

  private static boolean addressed(Element child) {
    return Namespaces.is(child, "item") && Namespaces.attribute(child, "href") != null;
  }

  private static boolean old(Element root) {
    return root.getChildren().stream().anyMatch(e -> e.getNamespace().equals(Namespaces.RSS_090));
  }

  /** Items stand in the channel, beside it (RSS 0.9, 1.0), or in an element of their own (1.1). */
  private static FeedShape channelled(String format, Element root) {
    List<Element> items = new ArrayList<>();
    Element head = root;
    for (Element child : root.getChildren()) {
      if (Namespaces.is(child, "item") || Namespaces.is(child, "entry")) {
        items.add(child);
      } else if (channel(child)) {
        head = head.equals(root) ? child : head;
        items.addAll(named(child, "item"));
        items.addAll(named(child, "entry"));
        grouped(child, items);
      }
    }
    grouped(root, items);
    return new FeedShape(format, head, List.copyOf(items));
  }

  private static void grouped(Element parent, List<Element> items) {
    for (Element group : parent.getChildren()) {
      if (group.getName().equals("items")
          && !group.getNamespace().equals(Namespace.XML_NAMESPACE)) {
        items.addAll(named(group, "item"));
      }
    }
  }

  private static boolean channel(Element element) {
    return element.getName().equalsIgnoreCase("channel");
  }

  private static List<Element> named(Element parent, String name) {
    return parent.getChildren().stream()
        .filter(child -> child.getName().equalsIgnoreCase(name) && !module(child))
        .toList();
  }

  private static boolean module(Element element) {
    return !Namespaces.core(element) && !element.getNamespace().equals(Namespaces.OTHER);
  }
}
