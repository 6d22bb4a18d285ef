package dev.mldigest.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items were moved: the fewest that explain the new order. */
final class Order {
  private Order() {}

  /**
   * @param before ids in the old order
   * @param now a part of them in the new order
   * @return those outside of the longest run that kept its order, in the new order
   */
  static List<String> moved(List<String> before, List<String> now) {
    Map<String, Integer> rank = new HashMap<>();
    before.forEach(id -> rank.put(id, rank.size()));
    Set<String> stayed = new HashSet<>(longestRising(now, rank));
    return now.stream().filter(id -> !stayed.contains(id)).toList();
  }

  /** Patience sorting: n log n, so that no file is too long. */
  private static List<String> longestRising(List<String> ids, Map<String, Integer> rank) {
    List<Integer> tops = new ArrayList<>();
    int[] previous = new int[ids.size()];
    for (int i = 0; i < ids.size(); i++) {
      int pile = firstNotBelow(tops, ids, rank, rank.getOrDefault(ids.get(i), 0));
      previous[i] = pile == 0 ? -1 : tops.get(pile - 1);
      if (pile == tops.size()) {
        tops.add(i);
      } else {
        tops.set(pile, i);
      }
    }
    List<String> rising = new ArrayList<>();
    for (int i = tops.isEmpty() ? -1 : tops.getLast(); i >= 0; i = previous[i]) {
      rising.add(ids.get(i));
    }
    return rising;
  }

  private static int firstNotBelow(
      List<Integer> tops, List<String> ids, Map<String, Integer> rank, int value) {
    int low = 0;
    int high = tops.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rank.getOrDefault(ids.get(tops.get(middle)), 0) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
