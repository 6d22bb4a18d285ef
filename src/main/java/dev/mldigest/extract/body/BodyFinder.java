package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the article: from the root down, always into the child with most of
 * the prose, until the prose is spread over several children. A body split over siblings is so held
 * by their parent. What else stands in it is left to {@link BlockFilter}.
 */
final class BodyFinder {
  /**
   * Of the prose of an element: a child with that much holds the article, and the rest is around.
   */
  private static final double MOST = 0.7;

  /** Of the prose: with less of it, what the page calls its article is a teaser of another one. */
  private static final double ENOUGH = 0.4;

  private final Outline page;

  private BodyFinder(Outline page) {
    this.page = page;
  }

  static int find(Outline page) {
    return new BodyFinder(page).find();
  }

  private int find() {
    return descend(semantic());
  }

  /** Where the page itself says its article is, if enough of the prose stands there. */
  private int semantic() {
    List<Integer> bodies = new ArrayList<>();
    List<Integer> articles = new ArrayList<>();
    List<Integer> mains = new ArrayList<>();
    for (int i = 0; i < page.size(); i = page.next(i)) {
      Element e = page.element[i];
      if (page.drop[i] != null) {
        continue;
      }
      if (page.says(i, Attr.ITEMPROP) && e.attr("itemprop").contains("articleBody")) {
        bodies.add(i);
      } else if (page.tag(i).equals("article")) {
        articles.add(i);
      } else if (page.tag(i).equals("main")
          || (page.says(i, Attr.ROLE) && e.attr("role").equals("main"))) {
        mains.add(i);
      }
    }
    int found = 0;
    for (List<Integer> named : List.of(mains, articles, bodies)) {
      found = narrow(found, named);
    }
    return found;
  }

  private int narrow(int within, List<Integer> named) {
    int best = -1;
    for (int i : named) {
      if (i >= within && i < page.end[within] && (best < 0 || page.prose[i] > page.prose[best])) {
        best = i;
      }
    }
    return best >= 0 && page.prose[best] >= page.prose[within] * ENOUGH ? best : within;
  }

  private int descend(int from) {
    int body = from;
    while (page.prose[body] > 0) {
      int best = -1;
      for (int i = body + 1; i < page.end[body]; i = page.end[i]) {
        if (page.drop[i] == null && (best < 0 || page.prose[i] > page.prose[best])) {
          best = i;
        }
      }
      if (best < 0 || page.prose[best] < page.prose[body] * MOST || isLeaf(best)) {
        return body;
      }
      body = best;
    }
    return body;
  }

  private boolean isLeaf(int i) {
    return switch (page.tag(i)) {
      case "p", "pre", "li", "ul", "ol", "dl", "table", "blockquote", "tbody", "tr" ->
          page.prose[i] == 0 || !hasWrapped(i);
      default -> !Tags.BLOCK.contains(page.tag(i)) && !hasWrapped(i);
    };
  }

  /** A layout table or list wraps the whole article in one cell. */
  private boolean hasWrapped(int i) {
    int blocks = 0;
    for (int j = i + 1; j < page.end[i] && blocks < 3; j = page.next(j)) {
      blocks += page.drop[j] == null && page.tag(j).equals("p") && page.flow[j] > 80 ? 1 : 0;
    }
    return blocks >= 3;
  }
}
