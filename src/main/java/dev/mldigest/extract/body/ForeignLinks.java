package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.web.Host;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Tells a list that an author made for its links, a round-up or the sources of a text, from a menu:
 * its items say what they lead to, and most of them lead to other sites.
 */
final class ForeignLinks {
  /** Letters of a linked line that says what it leads to; the names of sites and menus are less. */
  private static final int TELLING = 25;

  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");

  private ForeignLinks() {}

  /**
   * @param items blocks of one list
   */
  static boolean are(List<Block> items) {
    int letters = 0;
    int foreign = 0;
    for (Block block : items) {
      if (block.item == null) {
        return false;
      }
      letters += block.linked;
      foreign += leadsAway(block.item.element()) ? 1 : 0;
    }
    return items.size() > 1 && letters >= TELLING * items.size() && foreign * 2 > items.size();
  }

  /** A path from the root, as in most menus. */
  private static boolean isOfSite(String href) {
    return href.length() > 1 && href.charAt(0) == '/' && Character.isLetter(href.charAt(1));
  }

  private static boolean leadsAway(Element item) {
    Element link = item.selectFirst(LINK);
    if (link == null || isOfSite(link.attr("href"))) {
      return false;
    }
    Host host = Host.of(link.absUrl("href"));
    return !host.isNone() && !host.isAkinTo(Host.of(item.baseUri()));
  }
}
