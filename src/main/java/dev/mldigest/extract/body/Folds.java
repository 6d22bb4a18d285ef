package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a reader folds out: a part of the text that something on the page says it opens, or
 * that stands in what is called a fold.
 */
final class Folds {
  private static final Set<String> NAMES = NameList.load("names.txt").section("fold");

  /** A fold wraps its heading and its text. */
  private static final int ABOVE = 3;

  private final Outline page;
  private @Nullable Set<String> opened;

  Folds(Outline page) {
    this.page = page;
  }

  boolean isFold(Element e) {
    return (!e.id().isEmpty() && opened().contains(e.id())) || isNamed(e);
  }

  private static boolean isNamed(Element e) {
    Element above = e;
    for (int up = 0; up < ABOVE && above != null; up++) {
      if (NameList.first(NAMES, NameList.parts(above.attr("class"))) != null) {
        return true;
      }
      above = above.parent();
    }
    return false;
  }

  /** The ids that a control of the page says it opens (WAI-ARIA 1.2, Bootstrap). */
  private Set<String> opened() {
    if (opened == null) {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < page.size(); i++) {
        if (page.says(i, Attr.CONTROLS | Attr.DATA)) {
          Element e = page.element[i];
          String id = e.attr("aria-controls");
          String target = e.attr("data-target") + e.attr("data-bs-target");
          ids.add(id);
          ids.add(target.startsWith("#") ? target.substring(1) : target);
        }
      }
      opened = ids;
    }
    return opened;
  }
}
