package dev.mldigest.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Average-linkage clustering over a sparse neighbourhood graph. Reciprocal nearest neighbours merge
 * round by round, which gives the same tree as merging the closest pair first (Murtagh 1983) in few
 * rounds; similarity of two clusters is the mean over all their pairs, kept exact as the product of
 * summed vectors. Neighbours come from an inverted index with bounded lists, so work grows with the
 * number of nodes, not with its square.
 */
final class Linkage {
  /** Terms of a node that look for neighbours: its heaviest. */
  private static final int PROBES = 24;

  /** Longest list of an index term that is walked; longer ones hold no one's name. */
  private static final int LONGEST_LIST = 600;

  /** Neighbours kept of each node. */
  private static final int NEIGHBOURS = 50;

  /**
   * Rare terms that two reports must share before their likeness is looked at: one name is none.
   */
  private static final int SHARED = 2;

  /** A publisher rarely tells one story twice: its own reports must be this much alike. */
  private static final double OWN_REPEAT = 40;

  /**
   * @param vector dot product = similarity
   * @param keys nodes that share one are merged whatever else they say
   * @param rare the terms few others have
   * @param publisher who published it, or null
   */
  record Node(
      SparseVector vector,
      Facts facts,
      List<String> keys,
      Set<Integer> rare,
      @Nullable String publisher) {

    /** True if the two may be neighbours at all. */
    boolean mayTellOf(Node other) {
      long shared = rare.stream().filter(other.rare::contains).limit(SHARED).count();
      boolean own = publisher != null && publisher.equals(other.publisher);
      return (shared >= SHARED || facts.agrees(other.facts))
          && (!own || vector.dot(other.vector) >= OWN_REPEAT);
    }
  }

  private static final class Cluster {
    SparseVector sum;
    Facts facts;
    int size;
    final TreeSet<Integer> near = new TreeSet<>();

    Cluster(SparseVector sum, Facts facts, int size) {
      this.sum = sum;
      this.facts = facts;
      this.size = size;
    }
  }

  private final double threshold;

  Linkage(double threshold) {
    this.threshold = threshold;
  }

  /** A cluster label for each node. */
  int[] cluster(List<Node> nodes) {
    int[] label = sameKeys(nodes);
    Map<Integer, Cluster> clusters = new java.util.TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      Cluster known = clusters.get(label[i]);
      if (known == null) {
        clusters.put(label[i], new Cluster(node.vector(), node.facts(), 1));
      } else {
        absorb(known, new Cluster(node.vector(), node.facts(), 1));
      }
    }
    connect(nodes, label, clusters);
    int[] parent = new int[nodes.size()];
    Arrays.setAll(parent, i -> i);
    while (mergeRound(clusters, parent)) {
      // until no two clusters are alike enough
    }
    return Arrays.stream(label).map(l -> root(parent, l)).toArray();
  }

  private static int[] sameKeys(List<Node> nodes) {
    int[] parent = new int[nodes.size()];
    Arrays.setAll(parent, i -> i);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (String key : nodes.get(i).keys()) {
        Integer other = first.putIfAbsent(key, i);
        if (other != null) {
          int a = root(parent, i);
          int b = root(parent, other);
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
    int[] label = new int[parent.length];
    Arrays.setAll(label, i -> root(parent, i));
    return label;
  }

  private static int root(int[] parent, int node) {
    int i = node;
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  private void connect(List<Node> nodes, int[] label, Map<Integer, Cluster> clusters) {
    Map<Integer, List<Integer>> index = new HashMap<>();
    int[][] probes = new int[nodes.size()][];
    for (int i = 0; i < nodes.size(); i++) {
      SparseVector vector = nodes.get(i).vector();
      probes[i] = Arrays.stream(vector.heaviest(PROBES)).map(vector::term).toArray();
      for (int term : probes[i]) {
        index.computeIfAbsent(term, t -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      for (int j : neighbours(i, probes[i], index, nodes)) {
        if (label[i] != label[j] && nodes.get(i).mayTellOf(nodes.get(j))) {
          of(clusters, label[i]).near.add(label[j]);
          of(clusters, label[j]).near.add(label[i]);
        }
      }
    }
  }

  private static List<Integer> neighbours(
      int node, int[] probes, Map<Integer, List<Integer>> index, List<Node> nodes) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (int term : probes) {
      List<Integer> list = index.getOrDefault(term, List.of());
      if (list.size() <= LONGEST_LIST) {
        candidates.addAll(list);
      }
    }
    candidates.remove(node);
    record Near(int node, double similarity) {}
    return candidates.stream()
        .map(j -> new Near(j, nodes.get(node).vector().dot(nodes.get(j).vector())))
        .sorted(
            java.util.Comparator.comparingDouble((Near near) -> -near.similarity)
                .thenComparingInt(near -> near.node))
        .limit(NEIGHBOURS)
        .map(Near::node)
        .toList();
  }

  /** Merges all pairs that are each other's nearest; false when there were none. */
  private boolean mergeRound(Map<Integer, Cluster> clusters, int[] parent) {
    Map<Integer, Integer> nearest = new java.util.TreeMap<>();
    clusters.forEach((id, cluster) -> {
      Integer other = nearestOf(cluster, clusters);
      if (other != null) {
        nearest.put(id, other);
      }
    });
    boolean merged = false;
    for (Map.Entry<Integer, Integer> pair : nearest.entrySet()) {
      int a = pair.getKey();
      int b = pair.getValue();
      Integer back = nearest.get(b);
      if (a < b && back != null && back == a) {
        merge(clusters, a, b);
        parent[b] = a;
        merged = true;
      }
    }
    return merged;
  }

  private @Nullable Integer nearestOf(Cluster cluster, Map<Integer, Cluster> clusters) {
    Integer best = null;
    double most = threshold;
    for (int other : cluster.near) {
      Cluster candidate = of(clusters, other);
      double similarity = cluster.sum.dot(candidate.sum) / ((double) cluster.size * candidate.size);
      boolean better = best == null ? similarity >= most : similarity > most;
      if (better
          && cluster.facts.sharesNameWith(candidate.facts)
          && !cluster.facts.contradicts(candidate.facts)) {
        most = similarity;
        best = other;
      }
    }
    return best;
  }

  private static void merge(Map<Integer, Cluster> clusters, int a, int b) {
    Cluster kept = of(clusters, a);
    Cluster gone = of(clusters, b);
    absorb(kept, gone);
    clusters.remove(b);
    for (int other : gone.near) {
      TreeSet<Integer> near = of(clusters, other == a ? a : other).near;
      near.remove(b);
      if (other != a) {
        near.add(a);
        kept.near.add(other);
      }
    }
    kept.near.remove(a);
  }

  private static void absorb(Cluster kept, Cluster gone) {
    kept.sum = kept.sum.plus(gone.sum);
    kept.facts = kept.facts.and(gone.facts);
    kept.size += gone.size;
  }

  private static Cluster of(Map<Integer, Cluster> clusters, int id) {
    return java.util.Objects.requireNonNull(clusters.get(id));
  }
}
