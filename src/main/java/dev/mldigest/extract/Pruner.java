package dev.mldigest.extract;

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
  private static final Words HINTS = Words.load("hints.txt");
  private static final Set<String> CHROME = HINTS.section("chrome");
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

  private Pruner(Outline page) {
    this.page = page;
  }

  static void prune(Outline page) {
    Pruner pruner = new Pruner(page);
    pruner.silent();
    page.measure();
    pruner.hidden();
    page.measure();
    pruner.chrome();
    page.measure();
  }

  private void silent() {
    for (int i = 0; i < page.size(); i = page.next(i)) {
      Element e = page.element[i];
      if (Tags.SILENT.contains(e.normalName()) && !Tex.isFormula(e) && !page.tag(i).equals("svg")) {
        page.drop(i, Drop.SILENT);
      } else if (page.tag(i).equals("svg")) {
        page.drop(i, Drop.SILENT);
      }
    }
  }

  private void hidden() {
    int all = page.text[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      // A page that shows itself by script hides all of it; then hiding says nothing.
      if (page.text[i] * 2L < all && Hidden.hides(page.element[i]) && !Tex.holdsFormula(page, i)) {
        page.drop(i, Drop.HIDDEN);
      }
    }
  }

  private void chrome() {
    long all = page.prose[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (isChrome(i) && page.prose[i] <= all * TOO_MUCH_TO_BE_CHROME) {
        page.drop(i, Drop.CHROME);
      }
    }
  }

  private boolean isChrome(int i) {
    Element e = page.element[i];
    switch (e.normalName()) {
      case "nav", "aside", "footer", "search", "fieldset" -> {
        return true;
      }
      case "header" -> {
        return page.prose[i] < 200 || !within(i, "article", "main");
      }
      case "form" -> {
        return page.text[i] < 1000;
      }
      case "pre", "code", "table", "tr", "td", "th", "tbody", "math", "html", "body" -> {
        return page.tag(i).equals("td") && named(e);
      }
      default -> {
        return named(e);
      }
    }
  }

  private static boolean named(Element e) {
    if (e.attributesSize() == 0) {
      return false;
    }
    return CHROME_ROLES.contains(e.attr("role"))
        || Words.named(CHROME, e.attr("class"))
        || Words.named(CHROME, e.attr("id"));
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
