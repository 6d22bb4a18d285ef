package dev.mldigest.fetch.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that feeds use, by address and by customary prefix. Every other namespace becomes
 * {@link #OTHER}: JDOM keeps each namespace it ever saw, so hostile ones must not reach it.
 */
public final class Namespaces {
  public static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
  public static final Namespace ATOM_03 =
      Namespace.getNamespace("atom03", "http://purl.org/atom/ns#");
  static final Namespace RSS_10 = Namespace.getNamespace("rss", "http://purl.org/rss/1.0/");
  public static final Namespace RSS_090 =
      Namespace.getNamespace("rss090", "http://my.netscape.com/rdf/simple/0.9/");
  public static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  public static final Namespace DC =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  public static final Namespace DC_TERMS =
      Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");
  public static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  public static final Namespace MEDIA =
      Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
  public static final Namespace ITUNES =
      Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
  public static final Namespace XHTML = Namespace.getNamespace("", "http://www.w3.org/1999/xhtml");
  static final Namespace OPEN_SEARCH =
      Namespace.getNamespace("opensearch", "http://a9.com/-/spec/opensearch/1.1/");
  static final Namespace ARXIV = Namespace.getNamespace("arxiv", "http://arxiv.org/schemas/atom");
  public static final Namespace SLASH =
      Namespace.getNamespace("slash", "http://purl.org/rss/1.0/modules/slash/");
  public static final Namespace THREAD =
      Namespace.getNamespace("thr", "http://purl.org/syndication/thread/1.0");
  public static final Namespace OTHER = Namespace.getNamespace("other", "urn:other");

  private static final Map<String, Namespace> BY_ADDRESS = new HashMap<>();
  private static final Map<String, Namespace> BY_PREFIX = new HashMap<>();

  static {
    for (Namespace known :
        new Namespace[] {
          ATOM,
          ATOM_03,
          RSS_10,
          RSS_090,
          RDF,
          DC,
          DC_TERMS,
          CONTENT,
          MEDIA,
          ITUNES,
          XHTML,
          OPEN_SEARCH,
          ARXIV,
          SLASH,
          THREAD,
          OTHER,
          Namespace.XML_NAMESPACE
        }) {
      BY_ADDRESS.put(key(known.getURI()), known);
      BY_PREFIX.put(known.getPrefix(), known);
    }
    BY_ADDRESS.put("", Namespace.NO_NAMESPACE);
    BY_ADDRESS.put(key("http://purl.org/atom/ns"), ATOM_03);
    BY_ADDRESS.put(key("http://channel.netscape.com/rdf/simple/0.9/"), RSS_090);
    BY_ADDRESS.put(key("http://purl.org/net/rss1.1#"), RSS_10); // RSS 1.1 renamed none of it
    BY_ADDRESS.put(key("http://search.yahoo.com/mrss"), MEDIA);
    BY_ADDRESS.put(key("http://www.itunes.com/DTDs/Podcast-1.0.dtd"), ITUNES);
    BY_ADDRESS.put(key("http://purl.org/dc/elements/1.0/"), DC);
    BY_ADDRESS.put(key("http://backend.userland.com/rss2"), Namespace.NO_NAMESPACE);
    BY_ADDRESS.put(key("http://backend.userland.com/RSS20"), Namespace.NO_NAMESPACE);
    BY_ADDRESS.put(key("http://blogs.law.harvard.edu/tech/rss"), Namespace.NO_NAMESPACE);
    BY_PREFIX.remove("");
  }

  private Namespaces() {}

  /** White space, letter case and a final slash or hash do not make another namespace. */
  private static String key(String address) {
    String key = address.strip().toLowerCase(Locale.ROOT);
    while (key.endsWith("/") || key.endsWith("#")) {
      key = key.substring(0, key.length() - 1);
    }
    return key.startsWith("https:") ? "http:" + key.substring(6) : key;
  }

  static Namespace at(String address) {
    return BY_ADDRESS.getOrDefault(key(address), OTHER);
  }

  /** What an undeclared prefix customarily means. */
  static Namespace customary(String prefix) {
    return BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), OTHER);
  }

  /** True for the formats' own elements, in whichever format's namespace. */
  public static boolean core(Element element) {
    Namespace space = element.getNamespace();
    return space.equals(Namespace.NO_NAMESPACE)
        || space.equals(ATOM)
        || space.equals(ATOM_03)
        || space.equals(RSS_10)
        || space.equals(RSS_090);
  }

  /** True for an item of any RSS. */
  public static boolean isRss(Element item) {
    return item.getName().equalsIgnoreCase("item");
  }

  /** True for an element of Atom in an item of RSS: an extension, not the format's own word. */
  public static boolean isGuest(Element child) {
    Element item = child.getParentElement();
    return item != null && isRss(item) && ATOM.equals(child.getNamespace());
  }

  public static boolean is(Element element, Namespace space, String name) {
    return element.getNamespace().equals(space) && element.getName().equalsIgnoreCase(name);
  }

  public static boolean is(Element element, String name) {
    return core(element) && element.getName().equalsIgnoreCase(name);
  }

  public static @Nullable String attribute(Element element, String name) {
    String value = element.getAttributeValue(name);
    if (value != null) {
      return value;
    }
    for (var attribute : element.getAttributes()) {
      if (attribute.getName().equalsIgnoreCase(name)) {
        return attribute.getValue();
      }
    }
    return null;
  }
}
