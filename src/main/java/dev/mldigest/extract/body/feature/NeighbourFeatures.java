package dev.mldigest.extract.body.feature;

import java.util.ArrayList;
import java.util.List;

/** What the rules made of the blocks before and after, and how they look. */
final class NeighbourFeatures {
  private static final int[] STEPS = {-2, -1, 1, 2};
  private static final List<String> EACH =
      List.of("kept", "link-density", "sentence", "chars", "place");

  private final BlockFacts facts;
  private final PlaceFeatures places;

  NeighbourFeatures(BlockFacts facts, PlaceFeatures places) {
    this.facts = facts;
    this.places = places;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int step : STEPS) {
      EACH.forEach(own -> names.add("next" + (step > 0 ? "+" : "") + step + "-" + own));
    }
    return names;
  }

  void add(int i, FeatureRow row) {
    for (int step : STEPS) {
      int other = i + step;
      if (other >= 0 && other < facts.size) {
        row.add(facts.kept[other]);
        row.add(facts.links[other]);
        row.add(facts.ends[other]);
        row.add(facts.log[other]);
        row.add(places.isSame(other, i));
      } else {
        EACH.forEach(none -> row.add(-1));
      }
    }
  }
}
