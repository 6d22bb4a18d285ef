package dev.mldigest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Where an item or a feed says it can be read: absolute where a base is known, http(s) only. */
final class ItemLinks {
  private ItemLinks() {}

  /** The address of an item's page, or null if it names none. */
  static @Nullable String of(Element item, @Nullable String base) {
    return alternate(item, base);
  }

  /** Where else an item without a link of its own can be read, or null. */
  static @Nullable String elsewhere(Element item, @Nullable String base) {
    String guid = permanentGuid(item);
    String guest = guid == null ? page(item, base, "alternate") : guid;
    return guest == null ? page(item, base, "self") : guest;
  }

  /** A feed's home page: its address of its own is none. */
  static @Nullable String home(Element head, @Nullable String base) {
    return alternate(head, base);
  }

  private static @Nullable String alternate(Element item, @Nullable String base) {
    String link = best(item, base);
    // CDF has the address on the item itself.
    return link == null ? resolved(Names.attribute(item, "href"), item, base) : link;
  }

  private static @Nullable String best(Element item, @Nullable String base) {
    String best = null;
    for (Element child : item.getChildren()) {
      boolean stated = Names.is(child, "link") && !Names.isGuest(child);
      String link = stated ? link(child, base, "alternate") : null;
      if (link == null) {
        continue;
      }
      if (html(child.getAttributeValue("type")) || Names.attribute(child, "href") == null) {
        return link;
      }
      best = best == null ? link : best;
    }
    return best;
  }

  private static @Nullable String link(Element child, @Nullable String base, String relation) {
    String href = Names.attribute(child, "href");
    if (href == null) {
      boolean atom = Names.ATOM.equals(child.getNamespace());
      boolean older = Names.ATOM_03.equals(child.getNamespace());
      boolean text = relation.equals("alternate") && !atom && !older;
      return text ? resolved(child.getText(), child, base) : null;
    }
    String said = child.getAttributeValue("rel", "").strip().toLowerCase(Locale.ROOT);
    return relation.equals(said.isEmpty() ? "alternate" : said)
        ? resolved(href, child, base)
        : null;
  }

  /** RFC 4287 section 4.2.7.2: "self" names an equivalent of the entry; if that is HTML, a page. */
  private static @Nullable String page(Element item, @Nullable String base, String relation) {
    for (Element child : item.getChildren()) {
      boolean page = relation.equals("alternate") || html(child.getAttributeValue("type"));
      if (Names.is(child, "link") && page) {
        String link = link(child, base, relation);
        if (link != null) {
          return link;
        }
      }
    }
    return null;
  }

  private static boolean html(@Nullable String type) {
    return type != null && type.contains("html");
  }

  /** RSS says that a guid is a link unless it says otherwise; an Atom id need not lead anywhere. */
  private static @Nullable String permanentGuid(Element item) {
    for (Element child : item.getChildren()) {
      if (Names.is(child, "guid")) {
        String permanent = Names.attribute(child, "isPermaLink");
        boolean link = permanent == null || !permanent.strip().equalsIgnoreCase("false");
        String text = child.getText().strip();
        return link && Links.web(text) && hosted(text) ? Links.resolve(text, null) : null;
      }
    }
    return null;
  }

  /** An identifier that only looks like an address names no host. */
  private static boolean hosted(String address) {
    String start = address.substring(0, end(address));
    try {
      return new URI(start).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int end(String address) {
    int at = address.indexOf("//") + 2;
    while (at < address.length() && "/?#".indexOf(address.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  static @Nullable String resolved(@Nullable String link, Element at, @Nullable String base) {
    return Links.resolve(link, Links.base(at, base));
  }
}
