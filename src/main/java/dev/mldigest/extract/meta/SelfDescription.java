package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements in which a page speaks of itself, found in one pass over it, and what its meta
 * elements and its JSON-LD say. What that comes to is left to {@link Metadata}.
 */
final class SelfDescription {
  private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");

  /** Keys that are read; ordinary pages have some dozens. */
  private static final int MOST_KEYS = 500;

  final List<Element> metas = new ArrayList<>();
  final List<Element> links = new ArrayList<>();
  final List<Element> pictures = new ArrayList<>();
  final Outline page;
  final JsonLd jsonLd;
  @Nullable Element headline;
  @Nullable Element title;
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> times = new ArrayList<>();
  private final Map<String, String> meta = new HashMap<>();

  private SelfDescription(Outline page) {
    this.page = page;
    for (Element e : page.element) {
      see(e);
    }
    metas.forEach(this::read);
    this.jsonLd = JsonLd.of(scripts);
  }

  static SelfDescription of(Outline page) {
    return new SelfDescription(page);
  }

  private void see(Element e) {
    switch (e.normalName()) {
      case "meta" -> metas.add(e);
      case "script" -> scripts.add(e);
      case "link" -> links.add(e);
      case "time" -> times.add(e);
      case "img" -> pictures.add(e);
      case "title" -> title = title == null ? e : title;
      case "h1" -> headline = headline == null ? e : headline;
      default -> {}
    }
  }

  private void read(Element e) {
    String content = Folding.blanks(e.attr("content"));
    for (String key : content.isEmpty() ? List.<String>of() : KEYS) {
      if (e.hasAttr(key) && meta.size() < MOST_KEYS) {
        meta.putIfAbsent(e.attr(key).strip().toLowerCase(Locale.ROOT), content);
      }
    }
  }

  /** What a meta element says first, or an empty string. */
  String meta(String key) {
    return meta.getOrDefault(key, "");
  }

  boolean has(String key) {
    return meta.containsKey(key);
  }

  /** The first that says anything, or an empty string. */
  static String first(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  @Nullable Element canonical() {
    for (Element link : links) {
      if (is(link, "rel", "canonical") && link.hasAttr("href")) {
        return link;
      }
    }
    return null;
  }

  /** The time said to be that of publication, or else the first within an article or at all. */
  @Nullable Element published() {
    Element first = null;
    for (Element time : times) {
      boolean machine = time.hasAttr("datetime");
      if (is(time, "itemprop", "datePublished")
          || time.hasAttr("pubdate")
          || (machine && isWithinArticle(time))) {
        return time;
      }
      first = first == null && machine ? time : first;
    }
    return first;
  }

  private static boolean isWithinArticle(Element e) {
    Element above = e.parent();
    while (above != null && !above.normalName().equals("article")) {
      above = above.parent();
    }
    return above != null;
  }

  @Nullable Element author() {
    for (Element e : page.element) {
      if (e.attributesSize() > 0
          && (is(e, "rel", "author") || is(e, "itemprop", "author") || isNamedAuthor(e))) {
        return e;
      }
    }
    return null;
  }

  private static boolean isNamedAuthor(Element e) {
    String names = e.attr("class");
    // Few names hold either word at all.
    return (names.contains("byline") && e.hasClass("byline"))
        || (names.contains("author") && e.hasClass("author"));
  }

  private static boolean is(Element e, String attribute, String value) {
    String found = e.attr(attribute);
    return found.length() >= value.length() && found.strip().equalsIgnoreCase(value);
  }
}
