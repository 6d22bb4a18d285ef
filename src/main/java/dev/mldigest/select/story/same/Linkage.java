package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Average linkage measured against coherence: two clusters merge if their reports are, across,
 * about as alike as they are within. Reciprocal nearest neighbours merge round by round, over the
 * edges of a {@link Neighbourhood} only; the mean likeness of two clusters stays exact, as the
 * product of their summed vectors. The first two reports of a story must be alike by their own
 * words, which keeps a week in which everyone writes of one field in single reports.
 *
 * <p>All constants go by length, from a headline to a text of {@link ReportNodes}' LONG_TERMS
 * terms: long texts of one field share its words and tell more, so they can be asked for more.
 */
final class Linkage {
  /** Neighbours whose mean likeness is what a story around a report would have. */
  private static final int LOCAL = 5;

  private static final ByLength WIDEN = new ByLength(0.6, 1);

  /** The neighbours that lend their words: as many as make the local likeness. */
  private static final int WIDEN_BY = 5;

  /** Of the seed's cosine: what a neighbour must have to lend its words. */
  private static final double LENDS = 0.8;

  /**
   * Two clusters that stayed apart.
   *
   * @param one the first node of the one, as its label
   * @param likeness below 1, or from 1 on where they name too little in common
   */
  record Near(int one, int other, double likeness) {}

  /**
   * @param labels a cluster label for each node
   * @param near clusters that stayed apart although little was missing and no fact parts them
   */
  record Clusters(List<Integer> labels, List<Near> near) {}

  private final List<ReportNode> nodes;
  private final Bounds bounds;
  private final ReportNodes reports;
  private final Map<Integer, StoryCluster> clusters = new HashMap<>();

  /** Clusters that changed, or whose neighbours did, since their nearest was looked for. */
  private final Set<Integer> stale = new TreeSet<>();

  private Linkage(ReportNodes reports) {
    this.nodes = reports.nodes();
    this.bounds = reports.bounds();
    this.reports = reports;
  }

  /**
   * @param nearly likeness from which two clusters that stayed apart are told of
   */
  static Clusters cluster(ReportNodes reports, double nearly) {
    Linkage linkage = new Linkage(reports);
    List<Integer> labels = Arrays.stream(linkage.labels()).boxed().toList();
    return new Clusters(labels, linkage.near(nearly));
  }

  private List<Near> near(double nearly) {
    List<Near> near = new ArrayList<>();
    for (Map.Entry<Integer, StoryCluster> one : new TreeMap<>(clusters).entrySet()) {
      StoryCluster cluster = one.getValue();
      for (Map.Entry<Integer, Double> across : new TreeMap<>(cluster.neighbours).entrySet()) {
        StoryCluster other = of(across.getKey());
        double likeness = cluster.likeness(other, across.getValue());
        if (one.getKey() < across.getKey() && likeness >= nearly && !cluster.contradicts(other)) {
          near.add(new Near(one.getKey(), across.getKey(), likeness));
        }
      }
    }
    return near;
  }

  private int[] labels() {
    int[] label = sameKeys();
    start(label, new Neighbourhood(reports));
    stale.addAll(clusters.keySet());
    int[] parent = new int[nodes.size()];
    Arrays.setAll(parent, i -> i);
    while (mergeRound(parent)) {
      // until no two clusters are alike enough
    }
    return Arrays.stream(label).map(l -> root(parent, l)).toArray();
  }

  /** Reports that share a key, but never two papers. */
  private int[] sameKeys() {
    int[] parent = new int[nodes.size()];
    Arrays.setAll(parent, i -> i);
    Map<Integer, Facts> papers = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (String key : nodes.get(i).keys()) {
        Integer other = first.putIfAbsent(key, i);
        int a = root(parent, i);
        int b = other == null ? a : root(parent, other);
        Facts one = papers.getOrDefault(a, nodes.get(a).facts());
        Facts two = papers.getOrDefault(b, nodes.get(b).facts());
        if (a != b && !one.isAnotherPaper(two)) {
          parent[Math.max(a, b)] = Math.min(a, b);
          papers.put(Math.min(a, b), one.paper() == null ? two : one);
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

  private void start(int[] label, Neighbourhood around) {
    List<SparseVector> wide = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      wide.add(widened(i, around));
    }
    for (int i = 0; i < nodes.size(); i++) {
      StoryCluster one =
          new StoryCluster(nodes.get(i), wide.get(i), expected(i, wide, around), bounds);
      StoryCluster known = clusters.putIfAbsent(label[i], one);
      if (known != null) {
        known.absorb(one, known.across(one));
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      for (Neighbourhood.Near near : around.of(i)) {
        int other = near.place();
        if (label[i] != label[other] && nodes.get(i).mayTellOf(nodes.get(other))) {
          connect(label[i], label[other]);
        }
      }
    }
  }

  private SparseVector widened(int place, Neighbourhood around) {
    double length = nodes.get(place).length();
    return around.widened(place, WIDEN.at(length), WIDEN_BY, LENDS * bounds.seed().at(length));
  }

  /** The mean likeness to the nearest neighbours. */
  private static double expected(int place, List<SparseVector> wide, Neighbourhood around) {
    double[] alike =
        around.of(place).stream()
            .mapToDouble(near -> wide.get(place).dot(wide.get(near.place())))
            .sorted()
            .toArray();
    return Arrays.stream(alike).skip(Math.max(0, alike.length - LOCAL)).sum() / LOCAL;
  }

  private void connect(int a, int b) {
    if (!of(a).neighbours.containsKey(b)) {
      double across = of(a).across(of(b));
      of(a).neighbours.put(b, across);
      of(b).neighbours.put(a, across);
    }
  }

  /** Merges all pairs that are each other's nearest; false when there were none. */
  private boolean mergeRound(int[] parent) {
    Set<Integer> firsts = new TreeSet<>();
    for (int id : stale) {
      StoryCluster cluster = of(id);
      cluster.nearest = lookForNearest(cluster);
      if (cluster.nearest != null) {
        firsts.add(Math.min(id, cluster.nearest));
      }
    }
    stale.clear();
    boolean merged = false;
    for (int a : firsts) {
      Integer b = nearestOf(a);
      if (b != null && a < b && Objects.equals(nearestOf(b), a)) {
        merge(a, b);
        parent[b] = a;
        merged = true;
      }
    }
    return merged;
  }

  private @Nullable Integer nearestOf(int id) {
    StoryCluster cluster = clusters.get(id);
    return cluster == null ? null : cluster.nearest;
  }

  private @Nullable Integer lookForNearest(StoryCluster cluster) {
    Integer best = null;
    double most = 0;
    for (Map.Entry<Integer, Double> entry : cluster.neighbours.entrySet()) {
      Integer id = entry.getKey();
      StoryCluster other = of(id);
      double likeness = cluster.likeness(other, entry.getValue());
      boolean nearer = best == null || likeness > most || (likeness == most && id < best);
      if (likeness >= 1 && nearer && cluster.mayMerge(other) && !cluster.contradicts(other)) {
        most = likeness;
        best = id;
      }
    }
    return best;
  }

  private void merge(int a, int b) {
    StoryCluster kept = of(a);
    StoryCluster gone = of(b);
    double between = Objects.requireNonNull(kept.neighbours.remove(b));
    gone.neighbours.remove(a);
    kept.neighbours.replaceAll((id, across) -> across + across(gone, id));
    gone.neighbours.forEach((id, across) ->
        kept.neighbours.computeIfAbsent(id, other -> across + kept.across(of(other))));
    gone.neighbours.keySet().forEach(id -> of(id).neighbours.remove(b));
    kept.neighbours.forEach((id, across) -> of(id).neighbours.put(a, across));
    stale.add(a);
    stale.addAll(kept.neighbours.keySet());
    kept.absorb(gone, between);
    clusters.remove(b);
    stale.remove(b);
  }

  private double across(StoryCluster gone, int other) {
    Double known = gone.neighbours.get(other);
    return known == null ? gone.across(of(other)) : known;
  }

  private StoryCluster of(int id) {
    return Objects.requireNonNull(clusters.get(id));
  }
}
