package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Hidden;
import dev.mldigest.extract.page.Outline;
import java.util.List;

/**
 * Counts what is hidden from sight amid the article, where only those who read by machine would
 * find it. Menus and dialogs hidden elsewhere on the page do not count.
 */
final class HiddenText {
  private HiddenText() {}

  /**
   * @param page pruned
   * @param blocks the page's, with the verdict on each
   */
  static int count(Outline page, List<Block> blocks) {
    int body = holder(page, blocks);
    int hidden = 0;
    Hidden looks = new Hidden();
    for (int i = Math.max(body, 0); body >= 0 && i < page.end[body]; i = page.next(i)) {
      if (page.drop[i] == Drop.HIDDEN
          && (looks.hidesFromSight(page.element[i]) || Hidden.hidesByClass(page.names[i]))) {
        hidden += page.element[i].text().length();
      }
    }
    return hidden;
  }

  /**
   * The smallest element around all that was kept; around a single block, the one that holds it.
   */
  private static int holder(Outline page, List<Block> blocks) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (Block block : blocks) {
      if (block.kept()) {
        first = Math.min(first, block.container);
        last = Math.max(last, block.container);
      }
    }
    if (last < 0) {
      return -1;
    }
    int holder = first;
    while (holder > 0 && (page.end[holder] <= last || holder == last)) {
      holder = page.parent[holder];
    }
    return holder;
  }
}
