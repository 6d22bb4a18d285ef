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

  /** For each block the first that says the same, and for each first one how many do. */
  private final int[] first;

  private final int[] copies;

  RepetitionFeatures(BlockFacts facts, String title) {
    this.facts = facts;
    this.title = new TitleWords(title);
    first = new int[facts.size];
    copies = new int[facts.size];
    Map<String, Integer> known = HashMap.newHashMap(facts.size);
    for (int i = 0; i < facts.size; i++) {
      Integer before = known.putIfAbsent(facts.blocks.get(i).text, i);
      first[i] = before == null ? i : before;
      copies[first[i]]++;
    }
  }

  void add(int i, FeatureRow row) {
    Block block = facts.blocks.get(i);
    row.add(title.share(block));
    row.add(first[i] < i);
    row.add(FeatureRow.log1p(Math.min(COPIES, copies[first[i]])));
  }
}
