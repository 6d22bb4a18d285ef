package dev.mldigest.fetch.feed;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.fetch.document.Namespaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The files that come with an item: recordings and pictures, and what was said in them. */
final class ItemFiles {
  /** A hostile item may name as many as its bytes allow. */
  private static final int MOST = 200;

  private final @Nullable String base;
  private final Map<String, Enclosure> files = new LinkedHashMap<>();

  private ItemFiles(@Nullable String base) {
    this.base = base;
  }

  static List<Enclosure> enclosures(Element item, @Nullable String base) {
    ItemFiles all = new ItemFiles(base);
    for (Element child : item.getChildren()) {
      if (Namespaces.is(child, "enclosure")) {
        all.add(child, "url", "length");
      } else if (Namespaces.is(child, "link")
          && "enclosure".equals(child.getAttributeValue("rel"))) {
        all.add(child, "href", "length");
      } else if (Namespaces.is(child, Namespaces.MEDIA, "content")) {
        all.add(child, "url", "fileSize");
      } else if (Namespaces.is(child, Namespaces.MEDIA, "group")) {
        child
            .getChildren("content", Namespaces.MEDIA)
            .forEach(media -> all.add(media, "url", "fileSize"));
      }
    }
    return List.copyOf(all.files.values());
  }

  /** podcast:transcript, whatever its namespace is called: one a language or type. */
  static List<Enclosure> transcripts(Element item, @Nullable String base) {
    ItemFiles all = new ItemFiles(base);
    for (Element child : item.getChildren()) {
      if (child.getName().equalsIgnoreCase("transcript")) {
        all.add(child, "url", "length");
      }
    }
    return List.copyOf(all.files.values());
  }

  private void add(Element at, String address, String length) {
    String url = ItemLinks.resolved(Namespaces.attribute(at, address), at, base);
    if (url != null && files.size() < MOST) {
      String bytes = at.getAttributeValue(length, "").strip();
      files.putIfAbsent(
          url,
          new Enclosure(
              url,
              TextConstruct.blankToNull(at.getAttributeValue("type")),
              bytes.matches("[0-9]{1,18}") ? Long.valueOf(bytes) : null));
    }
  }
}
