package dev.mldigest.extract.body;

import dev.mldigest.extract.ArticleCorpus;
import dev.mldigest.extract.Lengthened;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes pages unlike those that were found, so that trees cannot learn how long those were or how
 * their generators call things.
 */
final class Mutated {
  /** Letters that are left of an article: a note of two lines up to a short post. */
  private static final int SHORTEST = 150;

  private static final int LONGEST = 1500;

  private Mutated() {}

  /** What made the page, in lower case without its version; its site where it does not say. */
  static String generator(ArticleCorpus.Page page) throws IOException {
    Element meta = Page.parse(page.body(), null, page.url()).selectFirst("meta[name=generator]");
    String name = meta == null ? "" : meta.attr("content").toLowerCase(Locale.ROOT);
    String first = name.strip().split("[^a-z]+", 2)[0];
    return first.isEmpty() ? page.site() : "generator " + first;
  }

  /** The page without classes and ids. */
  static Document nameless(ArticleCorpus.Page page) throws IOException {
    Document document = Page.parse(page.body(), null, page.url());
    for (Element e : document.getAllElements()) {
      e.removeAttr("class").removeAttr("id");
    }
    return document;
  }

  /**
   * Leaves only the beginning of the article.
   *
   * @param page changed: its document shrinks
   * @return what is left; empty if nothing was cut
   */
  static String cutShort(Lengthened.Known page, Random random) {
    Outline outline = page.outline();
    int most = (int) (SHORTEST * Math.pow((double) LONGEST / SHORTEST, random.nextDouble()));
    boolean[] others = new boolean[outline.size()];
    for (int i = 0; i < page.yes().length; i++) {
      for (int p = page.blocks().get(i).container;
          p >= 0 && !page.yes()[i];
          p = outline.parent[p]) {
        others[p] = true;
      }
    }
    StringBuilder left = new StringBuilder();
    boolean cut = false;
    for (int i = 0; i < page.yes().length; i++) {
      if (!page.yes()[i]) {
        continue;
      }
      int container = page.blocks().get(i).container;
      if (left.length() >= most
          && !others[container]
          && outline.element[container].parent() != null) {
        outline.element[container].remove();
        cut = true;
      } else {
        left.append(page.blocks().get(i).text).append('\n');
      }
    }
    return cut ? left.toString() : "";
  }
}
