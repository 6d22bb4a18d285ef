package dev.mldigest.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which blocks of a page are its article: rules propose ({@link BodyFinder}, {@link
 * BlockFilter}), and trees that were learned from pages with known articles dispose, since names
 * and phrases mean different things on different sites. What the trees know is numbers ({@link
 * BlockFeatures}), never a word or a site.
 */
final class BlockJudge {
  /** Losing the article's text costs more than a line too much: below one half. */
  static final double KEEP = 0.42;

  private BlockJudge() {}

  /** Apart, so that what learns them needs none. */
  private static final class Learned {
    static final Trees TREES = Trees.load("blocks.trees", BlockFeatures.names());
  }

  /** All blocks of the page, in order, with a verdict on each. */
  static List<Block> judge(Outline page, Metadata metadata) {
    int body = BodyFinder.find(page);
    List<Block> blocks = proposed(page, body, metadata);
    boolean[] keep = new boolean[blocks.size()];
    boolean any = false;
    float[][] rows = BlockFeatures.of(page, blocks, body, metadata.title());
    for (int i = 0; i < keep.length; i++) {
      keep[i] = Learned.TREES.probability(rows[i]) > KEEP;
      any |= keep[i] && blocks.get(i).kept();
    }
    // A page unlike all that were learned from is left to the rules.
    if (any) {
      dispose(blocks, keep);
    }
    return blocks;
  }

  /** What the rules alone would keep and drop. */
  static List<Block> proposed(Outline page, int body, Metadata metadata) {
    List<Block> blocks = BlockReader.readAll(page);
    List<Block> inner = new ArrayList<>();
    for (Block block : blocks) {
      block.inBody = block.container >= body && block.container < page.end[body];
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
      } else if (block.kept() && block.kind != Block.Kind.CODE) {
        block.drop = Drop.UNLIKE;
      }
    }
  }
}
