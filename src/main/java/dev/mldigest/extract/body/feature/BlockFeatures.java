package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of a block by numbers: its text, its element and those around it, its
 * neighbours, and what the rules decided. No number depends on the language or on the site, and on
 * a page beyond the ordinary none goes on growing or shrinking with the page: places and shares are
 * then those of a page of ordinary size. Linear in the size of the page.
 */
public final class BlockFeatures {
  private final BlockFacts facts;
  private final LineFeatures line;
  private final PositionFeatures position;
  private final RepetitionFeatures repetition;
  private final PlaceFeatures place;
  private final AboveFeatures above;
  private final NeighbourFeatures neighbours;
  private final NameFeatures around;

  private BlockFeatures(BlockFacts facts, String title) {
    this.facts = facts;
    line = new LineFeatures(facts);
    position = new PositionFeatures(facts);
    repetition = new RepetitionFeatures(facts, title);
    place = new PlaceFeatures(facts);
    above = new AboveFeatures(facts);
    neighbours = new NeighbourFeatures(facts, place);
    around = new NameFeatures(facts.page);
  }

  /** What is done with a row; it is filled again for the next block. */
  public interface Use {
    void row(int block, float[] row);
  }

  /**
   * A row for each block that is not settled; its columns are {@link #names()}.
   *
   * @param blocks of the whole page, judged by the rules
   * @param body index of the element that the rules take for the article
   */
  public static void each(Outline page, List<Block> blocks, int body, String title, Use use) {
    BlockFeatures features = new BlockFeatures(new BlockFacts(page, blocks, body), title);
    FeatureRow row = new FeatureRow();
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).isSettled()) {
        features.fill(i, row);
        use.row(i, row.values());
      }
    }
  }

  private void fill(int i, FeatureRow row) {
    row.clear();
    line.add(i, row);
    position.add(i, row);
    repetition.add(i, row);
    place.add(i, row);
    above.add(i, row);
    neighbours.add(i, row);
    around.add(facts.blocks.get(i).container, row);
  }

  /** In the order in which a row is filled. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    names.addAll(LineFeatures.names());
    names.addAll(PositionFeatures.NAMES);
    names.addAll(RepetitionFeatures.NAMES);
    names.addAll(PlaceFeatures.NAMES);
    names.addAll(AboveFeatures.names());
    names.addAll(NeighbourFeatures.names());
    names.addAll(NameFeatures.names());
    return names;
  }
}
