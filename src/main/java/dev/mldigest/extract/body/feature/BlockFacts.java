package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Outline;
import java.util.List;

/** What more than one number asks of a page and of its blocks, found in one pass. */
final class BlockFacts {
  /**
   * Letters and blocks of an ordinary page: places and shares on a longer one are those of a page
   * of this size. Few of the pages that the trees were learned from have more. Another size is
   * another model: the trees must be learned anew.
   */
  static final int LETTERS = 30_000;

  static final int BLOCKS = 350; // see LETTERS

  final Outline page;
  final List<Block> blocks;
  final int size;
  final boolean[] inBody;
  final boolean[] kept;
  final double[] log;
  final double[] links;

  /** Whether a sentence ends with the block. */
  final boolean[] ends;

  /** Letters of the page before the block. */
  final long[] before;

  /** The heading last seen above the block, or -1. */
  final int[] heading;

  /** Letters of the whole page. */
  final long letters;

  BlockFacts(Outline page, List<Block> blocks, int body) {
    this.page = page;
    this.blocks = blocks;
    size = blocks.size();
    inBody = new boolean[size];
    kept = new boolean[size];
    log = new double[size];
    links = new double[size];
    ends = new boolean[size];
    before = new long[size];
    heading = new int[size];
    long sum = 0;
    int above = -1;
    for (int i = 0; i < size; i++) {
      Block block = blocks.get(i);
      inBody[i] = block.isWithin(page, body);
      kept[i] = block.kept();
      log[i] = FeatureRow.log1p(block.length);
      links[i] = block.linkDensity();
      ends[i] = isSentence(block.text);
      before[i] = sum;
      heading[i] = above;
      sum += block.length;
      above = block.isHeading() ? i : above;
    }
    letters = sum;
  }

  private static boolean isSentence(String text) {
    char last = text.charAt(text.length() - 1);
    return switch (last) {
      case '.', '!', '?', '”', '"', '。', '！', '？', '」', '।', '။', '។', '؟', '۔' -> true;
      default -> false;
    };
  }
}
