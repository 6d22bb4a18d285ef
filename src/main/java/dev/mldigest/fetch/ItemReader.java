package dev.mldigest.fetch;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.FeedEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item or entry straight from the tree, whatever format it is in: elements are known by
 * their local names, so a wrong namespace or version costs nothing.
 */
final class ItemReader {
  private static final int MOST_ENCLOSURES = 100;

  private final Element item;
  private final @Nullable String base;

  ItemReader(Element item, @Nullable String documentBase) {
    this.item = item;
    this.base = documentBase;
  }

  FeedEntry read() {
    String summary = html(first("description", "summary", "abstract"));
    String content = content();
    Instant published = date("pubDate", "published", "issued", "pubdate", "created");
    Instant updated = date("updated", "modified", "lastBuildDate");
    return new FeedEntry(
        guid(),
        title(item),
        link(),
        published == null ? dublinCore("issued", "created", "date") : published,
        updated == null ? dublinCore("modified") : updated,
        authors(),
        summary == null ? module(Names.ITUNES, "summary") : summary,
        content,
        categories(),
        enclosures());
  }

  // ------------------------------------------------------------------ finding

  private @Nullable Element first(String... names) {
    for (String name : names) {
      for (Element child : item.getChildren()) {
        if (Names.is(child, name)) {
          return child;
        }
      }
    }
    return null;
  }

  private static @Nullable Element in(Element parent, org.jdom2.Namespace space, String name) {
    for (Element child : parent.getChildren()) {
      if (Names.is(child, space, name)) {
        return child;
      }
    }
    return null;
  }

  private @Nullable String module(org.jdom2.Namespace space, String name) {
    Element child = in(item, space, name);
    return child == null ? null : blankToNull(Markup.text(child));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  // ------------------------------------------------------------------ texts

  /** The title of an item or of a feed. */
  static String title(Element parent) {
    for (Element child : parent.getChildren()) {
      if (Names.is(child, "title")) {
        String title = PlainText.of(decoded(child));
        if (!title.isEmpty()) {
          return title;
        }
      }
    }
    for (var space : List.of(Names.DC, Names.MEDIA, Names.ITUNES)) {
      Element child = in(parent, space, "title");
      if (child != null) {
        return PlainText.of(decoded(child));
      }
    }
    return "";
  }

  /** A text construct's markup; base64 (Atom 0.3) undone. */
  private static String decoded(Element element) {
    if ("base64".equals(element.getAttributeValue("mode"))
        || "application/octet-stream".equals(element.getAttributeValue("type"))) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(element.getText());
        return new String(bytes, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return element.getText();
      }
    }
    return Markup.inner(element);
  }

  private static @Nullable String html(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String text = decoded(element);
    String type = element.getAttributeValue("type", "");
    boolean plain =
        (type.equals("text") || type.equals("text/plain")) && element.getChildren().isEmpty();
    return blankToNull(plain ? org.jsoup.nodes.Entities.escape(text) : text);
  }

  private @Nullable String content() {
    Element encoded = in(item, Names.CONTENT, "encoded");
    if (encoded != null) {
      return html(encoded);
    }
    Element content = first("content");
    if (content != null) {
      return html(content);
    }
    return html(in(item, Names.XHTML, "body"));
  }

  private @Nullable String guid() {
    Element id = first("guid", "id");
    String text = id == null ? null : blankToNull(id.getText());
    return text != null ? text : blankToNull(item.getAttributeValue("about", Names.RDF));
  }

  // ------------------------------------------------------------------ link

  private @Nullable String link() {
    String link = alternate();
    if (link == null) {
      link = permanentGuid();
    }
    return link;
  }

  private @Nullable String alternate() {
    String best = null;
    for (Element child : item.getChildren()) {
      if (!Names.is(child, "link")) {
        continue;
      }
      String href = Names.attribute(child, "href");
      String rel = child.getAttributeValue("rel", "alternate").strip().toLowerCase(Locale.ROOT);
      boolean usable = href == null ? !atom(child) : rel.equals("alternate") || rel.isEmpty();
      String resolved = usable ? resolved(href == null ? child.getText() : href, child) : null;
      if (resolved != null && (best == null || html(child.getAttributeValue("type")))) {
        if (html(child.getAttributeValue("type")) || href == null) {
          return resolved;
        }
        best = resolved;
      }
    }
    return best;
  }

  private static boolean atom(Element element) {
    return element.getNamespace().equals(Names.ATOM)
        || element.getNamespace().equals(Names.ATOM_03);
  }

  private static boolean html(@Nullable String type) {
    return type != null && type.contains("html");
  }

  /** RSS says that a guid is a link unless it says otherwise; an Atom id need not lead anywhere. */
  private @Nullable String permanentGuid() {
    Element guid = first("guid");
    if (guid == null || "false".equalsIgnoreCase(Names.attribute(guid, "isPermaLink"))) {
      return null;
    }
    String text = guid.getText().strip();
    return Links.web(text) ? Links.resolve(text, null) : null;
  }

  private @Nullable String resolved(@Nullable String link, Element at) {
    return Links.resolve(link, Links.base(at, base));
  }

  // ------------------------------------------------------------------ dates

  private @Nullable Instant date(String... names) {
    for (String name : names) {
      for (Element child : item.getChildren()) {
        Instant read = Names.is(child, name) ? FeedDates.read(child.getText()) : null;
        if (read != null) {
          return read;
        }
      }
    }
    return null;
  }

  private @Nullable Instant dublinCore(String... names) {
    for (String name : names) {
      for (var space : List.of(Names.DC_TERMS, Names.DC)) {
        Element child = in(item, space, name);
        Instant read = child == null ? null : FeedDates.read(child.getText());
        if (read != null) {
          return read;
        }
      }
    }
    return null;
  }

  // ------------------------------------------------------------------ people, topics, files

  private List<String> authors() {
    Set<String> names = new LinkedHashSet<>();
    for (Element child : item.getChildren()) {
      if (Names.is(child, "author") || Names.is(child, "contributor")) {
        Element name = childNamed(child, "name");
        add(names, name == null ? child.getText() : name.getText());
      } else if (Names.is(child, Names.DC, "creator")) {
        add(names, child.getText());
      }
    }
    if (names.isEmpty()) {
      add(names, module(Names.ITUNES, "author"));
    }
    return List.copyOf(names);
  }

  private static @Nullable Element childNamed(Element parent, String name) {
    for (Element child : parent.getChildren()) {
      if (Names.is(child, name)) {
        return child;
      }
    }
    return null;
  }

  private static void add(Set<String> all, @Nullable String text) {
    String plain = PlainText.of(text);
    if (!plain.isEmpty()) {
      all.add(plain);
    }
  }

  private List<String> categories() {
    Set<String> all = new LinkedHashSet<>();
    for (Element child : item.getChildren()) {
      if (Names.is(child, "category")) {
        String term = child.getAttributeValue("term");
        add(all, term == null ? child.getText() : term);
      } else if (Names.is(child, Names.DC, "subject")) {
        add(all, child.getText());
      }
    }
    return List.copyOf(all);
  }

  private List<Enclosure> enclosures() {
    List<Enclosure> all = new ArrayList<>();
    for (Element child : item.getChildren()) {
      if (Names.is(child, "enclosure")) {
        enclosure(all, child, Names.attribute(child, "url"), "length");
      } else if (Names.is(child, "link") && "enclosure".equals(child.getAttributeValue("rel"))) {
        enclosure(all, child, child.getAttributeValue("href"), "length");
      } else if (Names.is(child, Names.MEDIA, "content")) {
        enclosure(all, child, child.getAttributeValue("url"), "fileSize");
      } else if (Names.is(child, Names.MEDIA, "group")) {
        for (Element media : child.getChildren("content", Names.MEDIA)) {
          enclosure(all, media, media.getAttributeValue("url"), "fileSize");
        }
      }
    }
    return List.copyOf(all);
  }

  private void enclosure(List<Enclosure> all, Element at, @Nullable String url, String length) {
    // No real item has so many, and comparing each with all others takes quadratic time.
    String resolved = all.size() < MOST_ENCLOSURES ? resolved(url, at) : null;
    if (resolved != null && all.stream().noneMatch(e -> e.url().equals(resolved))) {
      String bytes = at.getAttributeValue(length, "");
      all.add(
          new Enclosure(
              resolved,
              blankToNull(at.getAttributeValue("type")),
              bytes.matches("[0-9]{1,18}") ? Long.valueOf(bytes) : null));
    }
  }
}
