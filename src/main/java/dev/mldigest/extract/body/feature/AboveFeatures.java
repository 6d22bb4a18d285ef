package dev.mldigest.extract.body.feature;

import java.util.ArrayList;
import java.util.List;

/** What stands above a block: its heading, and how much of the page's prose each element around. */
final class AboveFeatures {
  /** A heading further up is that of another part. */
  private static final int FAR_ABOVE = 60;

  /** Elements around a block, itself included, whose prose is weighed. */
  private static final int LEVELS = 6;

  private final BlockFacts facts;

  AboveFeatures(BlockFacts facts) {
    this.facts = facts;
  }

  static List<String> names() {
    List<String> names =
        new ArrayList<>(List.of("heading-distance", "heading-kept", "heading-chars"));
    for (int up = 0; up < LEVELS; up++) {
      names.add("prose-" + up);
    }
    return names;
  }

  void add(int i, FeatureRow row) {
    int heading = facts.heading[i];
    row.add(heading < 0 ? -1 : Math.min(FAR_ABOVE, i - heading));
    row.add(heading < 0 ? -1 : facts.kept[heading] ? 1 : 0);
    row.add(heading < 0 ? -1 : facts.log[heading]);
    long all = facts.page.prose[0];
    for (int p = facts.blocks.get(i).container, up = 0; up < LEVELS; up++) {
      row.add(p < 0 ? 1 : FeatureRow.share(facts.page.prose[p], all, BlockFacts.LETTERS));
      p = p < 0 ? p : facts.page.parent[p];
    }
  }
}
