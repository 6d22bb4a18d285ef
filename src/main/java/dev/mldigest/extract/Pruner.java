package dev.mldigest.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Marks what is never the article: silent elements, hidden ones, and the furniture of the site. It
 * goes by names and attributes alone; what furniture cannot be told by name is left to {@link
 * BlockFilter}. An element that holds the better part of the page's prose is never dropped for its
 * name: {@code <body class="sidebar">} is the page.
 */
final class Pruner {
  private static final double TOO_MUCH_TO_BE_CHROME = 0.4;
  private static final double TOO_LITTLE_LEFT = 0.3;
  private static final Words HINTS = Words.load("hints.txt");
  private static final long CHROME = HINTS.bitOf("chrome");
  private static final long WEAK = HINTS.bitOf("weak");
  private static final Set<String> COMMENTS = HINTS.section("comments");
  private static final long LITTLE_PROSE = 300;
  private static final Set<String> CHROME_ROLES =
      Set.of(
          "navigation",
          "banner",
          "complementary",
          "contentinfo",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tablist",
          "button",
          "tooltip",
          "doc-backlink");

  private final Outline page;
  private final Set<String> placeholders = new HashSet<>();

  /** Names recur: each is read once. */
  private final Map<String, Long> read = new HashMap<>();

  private final Hidden hidden = new Hidden();
  private final Map<String, Boolean> comments = new HashMap<>();

  private Pruner(Outline page) {
    this.page = page;
  }

  /** Prunes by names too, unless the names speak of nearly all the page: then they mean nothing. */
  static void prune(Outline page) {
    Pruner pruner = new Pruner(page);
    pruner.silent();
    page.measure();
    pruner.hidden();
    page.measure();
    pruner.comments();
    page.measure();
    long before = page.prose[0];
    pruner.chrome(true);
    page.measure();
    if (page.prose[0] < before * TOO_LITTLE_LEFT) {
      page.restore(Drop.CHROME);
      page.measure();
      pruner.chrome(false);
      page.measure();
    }
  }

  private void silent() {
    for (int i = 0; i < page.size(); i = page.next(i)) {
      Element e = page.element[i];
      if (page.tag(i).equals("template") && e.id().startsWith("B:")) {
        placeholders.add(e.id().substring(2));
      }
      boolean silent = Tags.SILENT.contains(e.normalName()) && Tex.of(e) == null;
      if (silent || Tex.isDrawing(e)) {
        page.drop(i, Drop.SILENT);
      }
    }
  }

  private void hidden() {
    int all = page.text[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      // A page that shows itself by script hides all of it; then hiding says nothing.
      if (page.text[i] * 2L < all
          && hidden.hides(page.element[i])
          && !isStreamed(page.element[i])
          && !Tex.holdsFormula(page, i)) {
        page.drop(i, Drop.HIDDEN);
      }
    }
  }

  /** React streams parts of a page hidden and puts each in the place of its template: it shows. */
  private boolean isStreamed(Element e) {
    return e.id().startsWith("S:") && placeholders.contains(e.id().substring(2));
  }

  /** On a busy page readers write more than the author. Their part comes after the author's. */
  private void comments() {
    long before = 0;
    for (int i = 1; i < page.size(); i = page.next(i)) {
      Element e = page.element[i];
      if (page.block[i] && e.attributesSize() > 0 && before > LITTLE_PROSE && isComments(e)) {
        page.drop(i, Drop.COMMENTS);
      } else {
        before += page.proseOf(i);
      }
    }
  }

  private boolean isComments(Element e) {
    return switch (e.normalName()) {
      case "html", "body", "main", "article" -> false;
      default ->
          (!e.id().isEmpty() && COMMENTS.contains(e.id().toLowerCase(Locale.ROOT)))
              || comments.computeIfAbsent(e.attr("class"), names -> Words.names(COMMENTS, names));
    };
  }

  private void chrome(boolean byName) {
    long all = page.prose[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (isChrome(i, byName) && page.prose[i] <= all * TOO_MUCH_TO_BE_CHROME) {
        page.drop(i, Drop.CHROME);
      }
    }
  }

  private boolean isChrome(int i, boolean byName) {
    Element e = page.element[i];
    return switch (e.normalName()) {
      case "nav", "aside", "footer", "search", "fieldset" -> true;
      case "header" -> page.prose[i] < 200 || !within(i, "article", "main");
      case "form" -> page.text[i] < 1000;
      case "pre", "code", "table", "tr", "th", "tbody", "math", "html", "body" -> false;
      default -> byName && named(i);
    };
  }

  private boolean named(int i) {
    Element e = page.element[i];
    if (e.attributesSize() == 0) {
      return false;
    }
    long named = sections(e.attr("class")) | sections(e.attr("id"));
    return CHROME_ROLES.contains(e.attr("role"))
        || (named & CHROME) != 0
        || ((named & WEAK) != 0
            && !holdsCode(i)
            && (page.prose[i] < LITTLE_PROSE || page.linkDensity(i) > 0.5));
  }

  private long sections(String names) {
    return names.isEmpty() ? 0 : read.computeIfAbsent(names, HINTS::sectionsNamed);
  }

  /** A highlighter wraps code with its toolbar under names that furniture has too. */
  private boolean holdsCode(int i) {
    for (int j = i + 1; j < Math.min(page.end[i], i + 4); j++) {
      if (page.tag(j).equals("pre")) {
        return true;
      }
    }
    return false;
  }

  private boolean within(int i, String... tags) {
    for (int p = page.parent[i]; p >= 0; p = page.parent[p]) {
      for (String tag : tags) {
        if (page.tag(p).equals(tag)) {
          return true;
        }
      }
    }
    return false;
  }
}
