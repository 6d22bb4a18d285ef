package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.body.feature.BlockFeatures;
import dev.mldigest.extract.body.feature.Trees;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which blocks of a page are its article: rules propose ({@link BodyFinder}, {@link
 * BlockFilter}), and trees that were learned from pages with known articles dispose, since names
 * and phrases mean different things on different sites. What the trees know is numbers ({@link
 * BlockFeatures}), never a word or a site.
 */
final class BlockJudge {
  /** Losing the article's text costs more than a line too much: below one half. */
  private static final double KEEP = 0.42;

  /** To overrule what the rules took for furniture. */
  private static final double RESTORE = 0.6;

  /** To overrule what they know by its words or names. */
  private static final double RESTORE_KNOWN = 0.8;

  private BlockJudge() {}

  /** Apart, so that what learns them needs none. */
  private static final class Learned {
    static final Trees TREES = Trees.load("blocks.trees", BlockFeatures.names());
  }

  /**
   * @param blocks of the page, in order, with a verdict on each
   * @param agreement of the letters that the rules or the trees keep the part that both keep, 0-1
   */
  record Verdict(List<Block> blocks, double agreement) {}

  static Verdict judge(Outline page, Metadata metadata) {
    Verdict verdict = verdict(page, metadata);
    MachineText.drop(page, verdict.blocks);
    Captions.judge(page, verdict.blocks);
    Endings.drop(verdict.blocks, metadata);
    return verdict;
  }

  private static Verdict verdict(Outline page, Metadata metadata) {
    OtherStories.drop(page, metadata);
    int body = BodyFinder.find(page);
    List<Block> blocks = proposed(page, body, metadata);
    if (page.isSparse()) {
      return new Verdict(blocks, 1); // trees have learned from pages of paragraphs
    }
    boolean[] keep = new boolean[blocks.size()];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = blocks.get(i).isSettled() && blocks.get(i).kept();
    }
    BlockFeatures.each(
        page,
        blocks,
        body,
        metadata.title(),
        (i, row) -> keep[i] = keeps(Learned.TREES, blocks.get(i), row));
    // A page unlike all that were learned from is left to the rules.
    if (IntStream.range(0, keep.length).anyMatch(i -> keep[i] && blocks.get(i).kept())) {
      double agreement = agreement(blocks, keep);
      dispose(blocks, keep);
      return new Verdict(blocks, agreement);
    }
    return new Verdict(blocks, 0);
  }

  private static double agreement(List<Block> blocks, boolean[] keep) {
    long both = 0;
    long either = 0;
    for (int i = 0; i < keep.length; i++) {
      int length = blocks.get(i).length;
      both += keep[i] && blocks.get(i).kept() ? length : 0;
      either += keep[i] || blocks.get(i).kept() ? length : 0;
    }
    return either == 0 ? 1 : both / (double) either;
  }

  /**
   * @param block with the rules' verdict
   * @param row its {@link BlockFeatures}
   */
  static boolean keeps(Trees trees, Block block, float[] row) {
    return trees.exceed(bound(block), row);
  }

  private static double bound(Block block) {
    return switch (block.drop) {
      case null -> KEEP;
      case METADATA, PHRASE, REPEATED -> RESTORE_KNOWN;
      // Amid the article something has that name for a reason.
      case CHROME, COMMENTS -> block.inBody ? RESTORE_KNOWN : RESTORE;
      default -> RESTORE;
    };
  }

  /** What the rules alone would keep and drop. */
  static List<Block> proposed(Outline page, int body, Metadata metadata) {
    List<Block> blocks = Blocks.ofAll(page);
    List<Block> inner = new ArrayList<>();
    for (Block block : blocks) {
      block.inBody = block.isWithin(page, body);
      if (block.furniture != null) {
        block.drop = block.furniture;
      } else if (block.inBody) {
        inner.add(block);
      } else {
        block.drop = Drop.OUTSIDE;
      }
    }
    BlockFilter.filter(inner, metadata);
    return blocks;
  }

  private static void dispose(List<Block> blocks, boolean[] keep) {
    for (int i = 0; i < keep.length; i++) {
      Block block = blocks.get(i);
      if (keep[i]) {
        block.drop = null;
      } else if (block.kept()) {
        block.drop = Drop.UNLIKE;
      }
    }
  }
}
