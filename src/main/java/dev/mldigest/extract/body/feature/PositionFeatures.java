package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import java.util.List;

/** Where a block stands on its page: from either end, and from the first and the last prose. */
final class PositionFeatures {
  static final List<String> NAMES =
      List.of(
          "page-chars",
          "page-blocks",
          "before-chars",
          "before-blocks",
          "from-here-chars",
          "from-here-blocks",
          "after-first",
          "before-last");

  /** Letters of a paragraph that is worth reading, and the most of them that may be linked. */
  private static final int PROSE = 120;

  private static final double FEW_LINKS = 0.3; // see PROSE

  private final BlockFacts facts;
  private final int first;
  private final int last;

  PositionFeatures(BlockFacts facts) {
    this.facts = facts;
    int from = -1;
    int to = -1;
    for (int i = 0; i < facts.size; i++) {
      Block block = facts.blocks.get(i);
      if (facts.kept[i] && block.length > PROSE && facts.links[i] < FEW_LINKS) {
        from = from < 0 ? i : from;
        to = i;
      }
    }
    first = Math.max(0, from);
    last = to < 0 ? Math.max(0, facts.size - 1) : to;
  }

  void add(int i, FeatureRow row) {
    int n = facts.size;
    long letters = facts.letters;
    row.add(Math.log1p(Math.min(BlockFacts.LETTERS, (double) letters)));
    row.add(FeatureRow.log1p(Math.min(BlockFacts.BLOCKS, n)));
    row.add(FeatureRow.share(facts.before[i], letters, BlockFacts.LETTERS));
    row.add(FeatureRow.share(i, n, BlockFacts.BLOCKS));
    row.add(FeatureRow.share(letters - facts.before[i], letters, BlockFacts.LETTERS));
    row.add(FeatureRow.share(n - i, n, BlockFacts.BLOCKS));
    row.add(FeatureRow.share(i - first, n, BlockFacts.BLOCKS));
    row.add(FeatureRow.share(last - i, n, BlockFacts.BLOCKS));
  }
}
