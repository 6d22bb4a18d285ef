package dev.mldigest.extract;

import dev.mldigest.domain.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a page, readable or not.
 *
 * @param article the best text found; its kind says whether it may be summarised
 * @param unreadable one sentence why not, or null if the page is readable
 * @param blocks all blocks of the body with the verdict on each
 * @param notes a sentence for each bound at which the page was cut off
 */
public record Reading(
    Article article, @Nullable String unreadable, List<Block> blocks, List<String> notes) {
  /**
   * A block and what became of it.
   *
   * @param why completes "was dropped: it …", or null if it was kept
   */
  public record Line(String text, @Nullable String why) {}

  /** The page in order, line by line, with what was kept and why the rest was dropped. */
  public List<Line> lines() {
    return blocks.stream()
        .map(block -> new Line(block.text, block.drop == null ? null : block.drop.reason))
        .toList();
  }
}
