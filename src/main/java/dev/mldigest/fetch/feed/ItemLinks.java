package dev.mldigest.fetch.feed;

import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.Namespaces;
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
    String link = alternate(item, base);
    boolean bare = link == null && !Namespaces.isRss(item) && page(item, base, "self") == null;
    return bare ? withoutLink(item, base) : link;
  }

  /**
   * RFC 4287 section 4.1.2: an Atom entry with content needs no link. Its text may stand at the
   * address of its content (section 4.1.3.2), and an id that is an address is customarily the
   * page's.
   */
  private static @Nullable String withoutLink(Element entry, @Nullable String base) {
    for (Element child : entry.getChildren()) {
      if (Namespaces.is(child, "content")) {
        String type = child.getAttributeValue("type", "");
        boolean text = html(type) || type.contains("text");
        String apart = text ? source(child, base) : null;
        return apart == null ? id(entry) : apart;
      }
    }
    return null;
  }

  private static @Nullable String source(Element content, @Nullable String base) {
    String src = Namespaces.attribute(content, "src");
    return src == null ? null : resolved(src, content, base);
  }

  private static @Nullable String id(Element entry) {
    for (Element child : entry.getChildren()) {
      if (Namespaces.is(child, "id")) {
        return address(child.getText().strip());
      }
    }
    return null;
  }

  private static @Nullable String address(String id) {
    return Links.web(id) && hosted(id) ? Links.resolve(id, null) : null;
  }

  /** Where else an item without a link of its own can be read, or null. */
  static @Nullable String elsewhere(Element item, @Nullable String base) {
    String guid = permanentGuid(item);
    String guest = guid == null ? page(item, base, "alternate") : guid;
    String self = guest == null ? page(item, base, "self") : guest;
    return self == null && !Namespaces.isRss(item) ? lastResort(item, base) : self;
  }

  /** The id of an entry that should have had a link, or its content, whatever that is: a guess. */
  private static @Nullable String lastResort(Element entry, @Nullable String base) {
    String id = id(entry);
    for (Element child : entry.getChildren()) {
      if (id == null && Namespaces.is(child, "content")) {
        return source(child, base);
      }
    }
    return id;
  }

  /** A feed's home page: its address of its own is none. */
  static @Nullable String home(Element head, @Nullable String base) {
    return alternate(head, base);
  }

  private static @Nullable String alternate(Element item, @Nullable String base) {
    String link = best(item, base);
    // CDF has the address on the item itself.
    return link == null ? resolved(Namespaces.attribute(item, "href"), item, base) : link;
  }

  private static @Nullable String best(Element item, @Nullable String base) {
    String best = null;
    for (Element child : item.getChildren()) {
      boolean stated = Namespaces.is(child, "link") && !Namespaces.isGuest(child);
      String link = stated ? link(child, base, "alternate") : null;
      if (link == null) {
        continue;
      }
      if (html(child.getAttributeValue("type")) || Namespaces.attribute(child, "href") == null) {
        return link;
      }
      best = best == null ? link : best;
    }
    return best;
  }

  private static @Nullable String link(Element child, @Nullable String base, String relation) {
    String href = Namespaces.attribute(child, "href");
    if (href == null) {
      boolean atom = Namespaces.ATOM.equals(child.getNamespace());
      boolean older = Namespaces.ATOM_03.equals(child.getNamespace());
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
      if (Namespaces.is(child, "link") && page) {
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

  /** RSS says that a guid is a link unless it says otherwise. */
  private static @Nullable String permanentGuid(Element item) {
    for (Element child : item.getChildren()) {
      if (Namespaces.is(child, "guid")) {
        String permanent = Namespaces.attribute(child, "isPermaLink");
        boolean link = permanent == null || !permanent.strip().equalsIgnoreCase("false");
        String text = child.getText().strip();
        return link ? address(text) : null;
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
