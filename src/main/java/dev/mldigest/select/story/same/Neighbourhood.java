package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.SparseVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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

  /** Most promising texts by the probes alone whose cosine is worked out. */
  private static final int PROMISING = 150;

  /** A neighbour's place in the batch and its cosine. */
  record Near(int place, double cosine) {}

  private final List<SparseVector> vectors;
  private final List<ReportNode> nodes;
  private final List<List<Near>> nearest;

  /** By term: the texts that look for neighbours by it, and its weight in each. */
  private int[][] lists = new int[0][];

  private float[][] weights = new float[0][];

  /** What the probes that a text shares with each other text come to; zero between texts. */
  private final float[] shared;

  private final int[] touched;

  /**
   * @param reports found by their words, compared by all they are
   */
  Neighbourhood(ReportNodes reports) {
    this.nodes = reports.nodes();
    List<SparseVector> vectors = nodes.stream().map(ReportNode::vector).toList();
    this.vectors = vectors;
    this.shared = new float[vectors.size()];
    this.touched = new int[vectors.size()];
    int[][] probes = new int[vectors.size()][];
    for (int place = 0; place < probes.length; place++) {
      probes[place] = vectors.get(place).heaviest(PROBES, reports.words());
    }
    index(probes);
    this.nearest = new ArrayList<>(probes.length);
    for (int place = 0; place < probes.length; place++) {
      nearest.add(nearest(place, probes[place]));
    }
  }

  private void index(int[][] probes) {
    int terms = vectors.stream().mapToInt(SparseVector::bound).max().orElse(0);
    int[] sizes = new int[terms];
    for (int place = 0; place < probes.length; place++) {
      for (int probe : probes[place]) {
        sizes[vectors.get(place).term(probe)]++;
      }
    }
    lists = new int[terms][];
    weights = new float[terms][];
    int[] filled = new int[terms];
    for (int place = 0; place < probes.length; place++) {
      SparseVector vector = vectors.get(place);
      for (int probe : probes[place]) {
        int term = vector.term(probe);
        if (sizes[term] <= LONGEST_LIST) {
          if (lists[term] == null) {
            lists[term] = new int[sizes[term]];
            weights[term] = new float[sizes[term]];
          }
          lists[term][filled[term]] = place;
          weights[term][filled[term]++] = vector.weight(probe);
        }
      }
    }
  }

  private List<Near> nearest(int place, int[] probes) {
    SparseVector vector = vectors.get(place);
    int found = 0;
    for (int probe : probes) {
      int[] list = lists[vector.term(probe)];
      float[] theirs = weights[vector.term(probe)];
      float weight = vector.weight(probe);
      for (int i = 0; list != null && i < list.length; i++) {
        if (!nodes.get(list[i]).isOfTime(nodes.get(place))) {
          continue;
        }
        if (shared[list[i]] == 0 && list[i] != place) {
          touched[found++] = list[i];
        }
        shared[list[i]] += weight * theirs[i];
      }
    }
    shared[place] = 0;
    return promising(found).stream()
        .map(other -> new Near(other, vector.dot(vectors.get(other))))
        .sorted(
            Comparator.comparingDouble((Near near) -> -near.cosine).thenComparingInt(Near::place))
        .limit(NEIGHBOURS)
        .toList();
  }

  /** The touched texts that share most, the smaller place first of two; clears what is shared. */
  private List<Integer> promising(int found) {
    PriorityQueue<Long> best = new PriorityQueue<>(PROMISING + 1);
    long least = Long.MIN_VALUE;
    for (int i = 0; i < found; i++) {
      int other = touched[i];
      // products of positive weights: the bits of such floats are ordered like the floats
      long rank = ((long) Float.floatToIntBits(shared[other]) << 32) | (Integer.MAX_VALUE - other);
      shared[other] = 0;
      if (best.size() < PROMISING || rank > least) {
        best.add(rank);
        if (best.size() > PROMISING) {
          best.remove();
        }
        least = best.element();
      }
    }
    return best.stream().map(rank -> Integer.MAX_VALUE - (int) (rank & 0xffffffffL)).toList();
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
