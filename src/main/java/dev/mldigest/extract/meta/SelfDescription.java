package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements in which a page speaks of itself, found in one pass over it. What they say is left
 * to {@link Metadata}.
 */
final class SelfDescription {
  final List<Element> metas = new ArrayList<>();
  final List<Element> scripts = new ArrayList<>();
  final List<Element> links = new ArrayList<>();
  final List<Element> times = new ArrayList<>();
  final List<Element> pictures = new ArrayList<>();
  @Nullable Element headline;
  @Nullable Element title;

  private SelfDescription() {}

  static SelfDescription of(Outline page) {
    SelfDescription told = new SelfDescription();
    for (Element e : page.element) {
      switch (e.normalName()) {
        case "meta" -> told.metas.add(e);
        case "script" -> told.scripts.add(e);
        case "link" -> told.links.add(e);
        case "time" -> told.times.add(e);
        case "img" -> told.pictures.add(e);
        case "title" -> told.title = told.title == null ? e : told.title;
        case "h1" -> told.headline = told.headline == null ? e : told.headline;
        default -> {}
      }
    }
    return told;
  }

  static @Nullable Element canonical(List<Element> links) {
    for (Element link : links) {
      if (is(link, "rel", "canonical") && link.hasAttr("href")) {
        return link;
      }
    }
    return null;
  }

  /** The time said to be that of publication, or else the first within an article or at all. */
  static @Nullable Element published(List<Element> times) {
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

  static @Nullable Element author(Outline page) {
    for (Element e : page.element) {
      if (e.attributesSize() > 0
          && (is(e, "rel", "author") || is(e, "itemprop", "author") || isNamed(e))) {
        return e;
      }
    }
    return null;
  }

  private static boolean isNamed(Element e) {
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
