package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a block says that the page says elsewhere too: in its title, or in another block. */
final class RepetitionFeatures {
  static final List<String> NAMES = List.of("title", "seen", "copies");

  /** More copies of a line say no more about it. */
  private static final int COPIES = 10;

  private final BlockFacts facts;
  private final TitleWords title;
  private final Map<String, Integer> copies = new HashMap<>();
  private final boolean[] seen;

  RepetitionFeatures(BlockFacts facts, String title) {
    this.facts = facts;
    this.title = new TitleWords(title);
    seen = new boolean[facts.size];
    for (int i = 0; i < facts.size; i++) {
      seen[i] = copies.merge(facts.blocks.get(i).text, 1, Integer::sum) > 1;
    }
  }

  void add(int i, FeatureRow row) {
    Block block = facts.blocks.get(i);
    row.add(title.share(block));
    row.add(seen[i]);
    row.add(FeatureRow.log1p(Math.min(COPIES, copies.getOrDefault(block.text, 0))));
  }
}
