package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import dev.mldigest.text.BoundedSearch;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** What a CSS selector finds on a page, read in the page's order and nothing twice. */
final class Selection {
  /** A parser adds elements of its own to those that a page has tags for. */
  private static final int MOST = 2 * Page.MOST_TAGS;

  private Selection() {}

  /** Empty if the selector is none, finds nothing, or takes too long. */
  static List<Block> of(Outline page, @Nullable String selector) {
    List<Block> blocks = new ArrayList<>();
    int after = 0;
    int i = 0;
    for (Element e : found(page.element[0], selector)) {
      // Both are in document order: one pass finds all.
      while (!page.element[i].equals(e)) {
        i++;
      }
      // An element within one that was selected already is not read twice.
      if (i >= after) {
        page.drop(i, null);
        blocks.addAll(Blocks.of(page, i));
        after = page.end[i];
      }
    }
    return blocks;
  }

  private static List<Element> found(Element root, @Nullable String selector) {
    if (selector == null || selector.isBlank()) {
      return List.of();
    }
    try {
      BoundedSearch<Element> search =
          BoundedSearch.of(root.stream(), Selector.evaluatorOf(selector).asPredicate(root), MOST);
      return search.whole() ? search.found() : List.of();
    } catch (Selector.SelectorParseException e) {
      return List.of();
    }
  }
}
