package dev.mldigest.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each text's most alike others in a batch, by an inverted index with bounded lists: work grows
 * with the number of texts, not with its square.
 */
final class Neighbourhood {
  /** Terms of a text that look for neighbours: its heaviest. */
  private static final int PROBES = 24;

  /** Longest list of an index term that is walked; longer ones hold no one's name. */
  private static final int LONGEST_LIST = 600;

  /** Neighbours kept of each text. */
  private static final int NEIGHBOURS = 50;

  /** A neighbour's place in the batch and its cosine. */
  record Near(int place, double cosine) {}

  private final List<SparseVector> vectors;
  private final List<List<Near>> nearest;

  /**
   * @param vectors of unit length
   */
  Neighbourhood(List<SparseVector> vectors) {
    this.vectors = List.copyOf(vectors);
    int[][] probes =
        vectors.stream()
            .map(vector -> Arrays.stream(vector.heaviest(PROBES)).map(vector::term).toArray())
            .toArray(int[][]::new);
    Map<Integer, List<Integer>> index = new HashMap<>();
    for (int place = 0; place < probes.length; place++) {
      for (int term : probes[place]) {
        index.computeIfAbsent(term, t -> new ArrayList<>()).add(place);
      }
    }
    this.nearest = new ArrayList<>(vectors.size());
    for (int place = 0; place < probes.length; place++) {
      nearest.add(nearest(place, probes[place], index));
    }
  }

  private List<Near> nearest(int place, int[] probes, Map<Integer, List<Integer>> index) {
    Set<Integer> candidates = new HashSet<>();
    for (int term : probes) {
      List<Integer> list = index.getOrDefault(term, List.of());
      if (list.size() <= LONGEST_LIST) {
        candidates.addAll(list);
      }
    }
    candidates.remove(place);
    SparseVector vector = vectors.get(place);
    return candidates.stream()
        .map(other -> new Near(other, vector.dot(vectors.get(other))))
        .sorted(
            Comparator.comparingDouble((Near near) -> -near.cosine).thenComparingInt(Near::place))
        .limit(NEIGHBOURS)
        .toList();
  }

  /** Nearest first. */
  List<Near> of(int place) {
    return nearest.get(place);
  }

  /**
   * The text with the words of its nearest neighbours added, unit length: a headline says in eight
   * words what its neighbours say in others.
   *
   * @param share length of what is added, against 1 of the text's own
   * @param most so many neighbours
   * @param least their least cosine: who has no one alike stays as it is
   */
  SparseVector widened(int place, double share, int most, double least) {
    Map<Integer, Double> added = new HashMap<>();
    nearest.get(place).stream()
        .limit(most)
        .filter(near -> near.cosine >= least)
        .forEach(near -> {
          SparseVector other = vectors.get(near.place);
          for (int i = 0; i < other.size(); i++) {
            added.merge(other.term(i), near.cosine * other.weight(i), Double::sum);
          }
        });
    SparseVector own = vectors.get(place);
    return added.isEmpty() ? own : own.plus(SparseVector.of(added).unit().times(share)).unit();
  }
}
