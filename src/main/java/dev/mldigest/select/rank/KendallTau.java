package dev.mldigest.select.rank;

import java.util.Arrays;
import java.util.List;

/**
 * Rank correlation (Kendall 1938) of two orders that need not name everything: counted are the
 * pairs of which both say which comes first. What an order does not name comes after what it names,
 * and of two things that it does not name it says nothing.
 */
final class KendallTau {
  private KendallTau() {}

  /**
   * @param one distinct numbers from 0, below {@code items}
   * @return -1 to 1; 0 where there is nothing to compare
   */
  static double of(List<Integer> one, List<Integer> other, int items) {
    int[] first = places(one, items);
    int[] second = places(other, items);
    int agreed = 0;
    int compared = 0;
    for (int a = 0; a < items; a++) {
      for (int b = 0; b < a; b++) {
        int both = Integer.compare(first[a], first[b]) * Integer.compare(second[a], second[b]);
        agreed += both;
        compared += Math.abs(both);
      }
    }
    return compared == 0 ? 0 : (double) agreed / compared;
  }

  private static int[] places(List<Integer> order, int items) {
    int[] places = new int[items];
    Arrays.fill(places, items);
    for (int place = 0; place < order.size(); place++) {
      places[order.get(place)] = place;
    }
    return places;
  }
}
