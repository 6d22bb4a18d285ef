package dev.mldigest.extract;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.text.TextLength;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a page, readable or not.
 *
 * @param article the best text found; its kind says whether it may be summarised
 * @param unreadable one sentence why not, or null if the page is readable
 * @param blocks all blocks of the body with the verdict on each
 * @param hidden characters amid the article that a reader cannot see and that were left out
 * @param next the address of the article's next page, or null if it is told on one
 * @param alternate where a page without text says that it is told in another form, or null
 * @param doubtful whether rules and learned trees differ widely on what the article is: of such
 *     pages another text of the same article may be the better one
 * @param notes a sentence for each bound at which the page was cut off, and for what was amiss with
 *     its encoding
 */
public record Reading(
    Article article,
    @Nullable String unreadable,
    List<Block> blocks,
    int hidden,
    @Nullable String next,
    @Nullable String alternate,
    boolean doubtful,
    List<String> notes) {
  /**
   * A block and what became of it.
   *
   * @param why completes "was dropped: it …", or null if it was kept
   */
  public record Line(String text, @Nullable String why) {}

  /** The article, or why there is none. */
  public ExtractOutcome outcome() {
    return unreadable == null
        ? new ExtractOutcome.Extracted(article)
        : new ExtractOutcome.Unreadable(article.kind(), unreadable);
  }

  /**
   * This page and the next one of the same article as one, without what the next repeats.
   *
   * @param following read for this alone: the verdicts on its blocks change
   */
  public Reading joined(Reading following) {
    List<Block> all = Blocks.joined(blocks, following.blocks);
    String text = Blocks.text(all);
    Article whole = article.withText(text, Blocks.markdown(all), TextLength.words(text));
    List<String> noted = new ArrayList<>(notes);
    noted.addAll(following.notes);
    return new Reading(
        whole,
        unreadable,
        all,
        hidden + following.hidden,
        following.next,
        alternate,
        doubtful || following.doubtful,
        List.copyOf(noted));
  }

  /** The same as the article of another address: that of which this is another form. */
  public Reading at(String url) {
    return new Reading(
        article.at(url), unreadable, blocks, hidden, next, alternate, doubtful, notes);
  }

  /** The page in order, line by line, with what was kept and why the rest was dropped. */
  public List<Line> lines() {
    return blocks.stream()
        .map(block -> new Line(block.text, block.drop == null ? null : block.drop.reason))
        .toList();
  }
}
