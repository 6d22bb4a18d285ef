package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.ByClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks that stand in places of one kind: how many they are, and how much text and links they
 * hold together. A place is the element of a block and those around it, by tag and class.
 */
final class PlaceFeatures {
  static final List<String> NAMES =
      List.of("place-blocks", "place-share", "place-chars", "place-links");

  /** The element itself and the two around it. */
  private static final int LEVELS = 3;

  /** Characters of class names by which elements are told apart. */
  private static final int LONGEST_NAMES = 100;

  private final BlockFacts facts;

  /** For each element how it looks, once it was asked: a number from 1. */
  private final int[] look;

  private final Map<Look, Integer> looks = new HashMap<>();

  /** By the beginning of a class attribute the number of those that begin so. */
  private final Map<String, Long> starts = new HashMap<>();

  private final ByClass start;

  /** For each block the kind of its place, and for each kind what it holds. */
  private final int[] place;

  private final Sums[] sums;

  private static final class Sums {
    int blocks;
    int letters;
    int linked;
  }

  /** Elements that look alike. */
  private record Look(String tag, long names) {}

  PlaceFeatures(BlockFacts facts) {
    this.facts = facts;
    start = new ByClass(facts.page, this::start);
    look = new int[facts.page.size()];
    place = places();
    sums = new Sums[facts.size];
    for (int i = 0; i < facts.size; i++) {
      Block block = facts.blocks.get(i);
      Sums of = sums[place[i]] == null ? new Sums() : sums[place[i]];
      sums[place[i]] = of;
      of.blocks++;
      of.letters += block.length;
      of.linked += block.linked;
    }
  }

  private int[] places() {
    int[] places = new int[facts.size];
    int[] ofContainer = new int[facts.page.size()];
    Map<Long, Integer> known = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      int container = facts.blocks.get(i).container;
      if (ofContainer[container] == 0) {
        ofContainer[container] = known.computeIfAbsent(around(container), any -> known.size() + 1);
      }
      places[i] = ofContainer[container] - 1;
    }
    return places;
  }

  /** How the elements look, in one number: a page has less than two million elements. */
  private long around(int container) {
    long around = 0;
    for (int p = container, up = 0; p >= 0 && up < LEVELS; p = facts.page.parent[p], up++) {
      look[p] = look[p] == 0 ? look(p) : look[p];
      around = around << 21 | look[p];
    }
    return around;
  }

  private int look(int i) {
    return looks.computeIfAbsent(new Look(facts.page.tag(i), start.of(i)), any -> looks.size() + 1);
  }

  private long start(String names) {
    String bounded = names.length() > LONGEST_NAMES ? names.substring(0, LONGEST_NAMES) : names;
    return starts.computeIfAbsent(bounded, any -> (long) starts.size());
  }

  boolean isSame(int one, int other) {
    return place[one] == place[other];
  }

  void add(int i, FeatureRow row) {
    Sums of = sums[place[i]];
    row.add(FeatureRow.log1p(Math.min(BlockFacts.BLOCKS, of.blocks)));
    row.add(FeatureRow.share(of.blocks, facts.size, BlockFacts.BLOCKS));
    row.add(FeatureRow.share(of.letters, facts.letters, BlockFacts.LETTERS));
    row.add(of.linked / (double) Math.max(1, of.letters));
  }
}
