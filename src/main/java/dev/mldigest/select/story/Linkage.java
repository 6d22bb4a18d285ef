package dev.mldigest.select.story;

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
 * <p>All constants go by length, from a headline to a text of {@link SameStory}'s LONG_TERMS terms:
 * long texts of one field share its words and tell more, so they can be asked for more.
 */
final class Linkage {
  /** A figure for headlines and one for long texts. */
  record ByLength(double headline, double text) {
    double at(double length) {
      return headline + (text - headline) * length;
    }
  }

  /** Least cosine of the own words of a story's first reports. */
  private static final ByLength SEED = new ByLength(0.5, 0.37);

  /** Likeness across over likeness within, for a single report to join. */
  private static final ByLength JOINS = new ByLength(0.3, 0.55);

  /** The same for two large clusters. */
  private static final ByLength UNITES = new ByLength(0.3, 0.75);

  /** Further reports at which a cluster is half as good as large. */
  private static final double HALF_LARGE = 2;

  /** Coherence of the loosest story. */
  private static final double LEAST_COHERENCE = 0.1;

  /** Weight of the less coherent of two clusters in what their likeness is held against. */
  private static final double LESS = 0.875;

  /** Pairs that the neighbours' likeness counts for in a cluster's coherence. */
  private static final double PRIOR_PAIRS = 100;

  /** Neighbours whose mean likeness is what a story around a report would have. */
  private static final int LOCAL = 5;

  private static final ByLength WIDEN = new ByLength(0.6, 1);
  private static final int WIDEN_BY = 5;

  /** Of the seed's cosine: what a neighbour must have to lend its words. */
  private static final double LENDS = 0.8;

  /** Reports of a story that are its first. */
  private static final int FEW = 3;

  /** Names that the first reports of a story must share, unless they are copies. */
  private static final ByLength FIRST_NAMES = new ByLength(0, 4);

  /** Names that a further report must share with all those of its story. */
  private static final ByLength JOINING_NAMES = new ByLength(0, 3);

  /** Names remembered of a story before it forgets further ones. */
  private static final int MOST_NAMES = 1_000;

  /** Cosine from which two texts are one text, whatever they name. */
  private static final double COPY = 0.8;

  /** Rare terms that two reports must share before their likeness is looked at. */
  private static final int SHARED = 2;

  /** A publisher rarely tells one story twice: its own reports must be this much alike. */
  private static final double OWN_REPEAT = 0.8;

  /** Reports of two clusters up to which figures and deeds must agree; later ones tell others. */
  private static final int DETAILS_AGREE = 6;

  /**
   * @param vector of unit length
   * @param length 0 for a headline, 1 for a long text
   * @param keys nodes that share one are merged whatever else they say
   * @param rare the terms few others have
   * @param names the names it mentions
   * @param publisher who published it, or null
   */
  record Node(
      SparseVector vector,
      double length,
      Facts facts,
      List<String> keys,
      Set<Integer> rare,
      Set<String> names,
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
    SparseVector own;
    SparseVector sum;
    Facts facts;
    Set<String> names;
    int size = 1;
    double lengths;

    /** Likeness summed over its pairs, and what the neighbourhood of its members promised. */
    double within;

    double expected;

    /** Likeness summed over the pairs with each neighbour. */
    final Map<Integer, Double> across = new HashMap<>();

    /** The neighbour most alike of those it may merge with, as of when it was last looked for. */
    @Nullable Integer nearest;

    Cluster(Node node, SparseVector wide, double expected) {
      this.own = node.vector();
      this.sum = wide;
      this.facts = node.facts();
      this.names = node.names();
      this.lengths = node.length();
      this.expected = expected;
    }

    double coherence() {
      double pairs = size * (size - 1) / 2.0;
      double mean = (within + PRIOR_PAIRS * expected / size) / (pairs + PRIOR_PAIRS);
      return Math.max(mean, LEAST_COHERENCE);
    }

    void absorb(Cluster gone, double between) {
      own = own.plus(gone.own);
      sum = sum.plus(gone.sum);
      facts = facts.and(gone.facts);
      names = names.size() < MOST_NAMES ? Facts.union(names, gone.names) : names;
      within += gone.within + between;
      expected += gone.expected;
      lengths += gone.lengths;
      size += gone.size;
    }
  }

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

  private final List<Node> nodes;
  private final Map<Integer, Cluster> clusters = new HashMap<>();

  /** Clusters that changed, or whose neighbours did, since their nearest was looked for. */
  private final Set<Integer> stale = new TreeSet<>();

  private Linkage(List<Node> nodes) {
    this.nodes = nodes;
  }

  /**
   * @param nearly likeness from which two clusters that stayed apart are told of
   */
  static Clusters cluster(List<Node> nodes, double nearly) {
    Linkage linkage = new Linkage(nodes);
    List<Integer> labels = Arrays.stream(linkage.labels()).boxed().toList();
    return new Clusters(labels, linkage.near(nearly));
  }

  private List<Near> near(double nearly) {
    List<Near> near = new ArrayList<>();
    for (Map.Entry<Integer, Cluster> one : new TreeMap<>(clusters).entrySet()) {
      Cluster cluster = one.getValue();
      for (Map.Entry<Integer, Double> across : new TreeMap<>(cluster.across).entrySet()) {
        Cluster other = of(across.getKey());
        double likeness = likeness(cluster, other, across.getValue());
        if (one.getKey() < across.getKey() && likeness >= nearly && !contradict(cluster, other)) {
          near.add(new Near(one.getKey(), across.getKey(), likeness));
        }
      }
    }
    return near;
  }

  private int[] labels() {
    int[] label = sameKeys();
    start(label, new Neighbourhood(nodes.stream().map(Node::vector).toList()));
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
      Cluster one = new Cluster(nodes.get(i), wide.get(i), expected(i, wide, around));
      Cluster known = clusters.putIfAbsent(label[i], one);
      if (known != null) {
        known.absorb(one, known.sum.dot(one.sum));
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
    return around.widened(place, WIDEN.at(length), WIDEN_BY, LENDS * SEED.at(length));
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
    if (!of(a).across.containsKey(b)) {
      double across = of(a).sum.dot(of(b).sum);
      of(a).across.put(b, across);
      of(b).across.put(a, across);
    }
  }

  /** Merges all pairs that are each other's nearest; false when there were none. */
  private boolean mergeRound(int[] parent) {
    Set<Integer> firsts = new TreeSet<>();
    for (int id : stale) {
      Cluster cluster = of(id);
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
    Cluster cluster = clusters.get(id);
    return cluster == null ? null : cluster.nearest;
  }

  private @Nullable Integer lookForNearest(Cluster cluster) {
    Integer best = null;
    double most = 0;
    for (Map.Entry<Integer, Double> entry : cluster.across.entrySet()) {
      Integer id = entry.getKey();
      Cluster other = of(id);
      double likeness = likeness(cluster, other, entry.getValue());
      boolean nearer = best == null || likeness > most || (likeness == most && id < best);
      if (likeness >= 1 && nearer && mayMerge(cluster, other) && !contradict(cluster, other)) {
        most = likeness;
        best = id;
      }
    }
    return best;
  }

  private static boolean contradict(Cluster a, Cluster b) {
    return a.facts.contradicts(b.facts)
        || (a.size + b.size <= DETAILS_AGREE && a.facts.contradictsInDetail(b.facts));
  }

  /** From 1 on the two tell one story, if they name enough in common. */
  private static double likeness(Cluster a, Cluster b, double across) {
    double pairs = (double) a.size * b.size;
    double length = length(a, b);
    double less = Math.min(a.coherence(), b.coherence());
    double more = Math.max(a.coherence(), b.coherence());
    double within = Math.pow(less, LESS) * Math.pow(more, 1 - LESS);
    double further = Math.min(a.size, b.size) - 1;
    double large = further / (further + HALF_LARGE);
    double asked = JOINS.at(length) + (UNITES.at(length) - JOINS.at(length)) * large;
    return across / pairs / within / asked;
  }

  private static double length(Cluster a, Cluster b) {
    return (a.lengths / a.size + b.lengths / b.size) / 2;
  }

  /** True if the two are alike in what they name, as far as their size asks for it. */
  private static boolean mayMerge(Cluster a, Cluster b) {
    double length = length(a, b);
    if (a.size + b.size > FEW) {
      return Math.min(a.size, b.size) > 1 || sharedNames(a, b) >= (int) JOINING_NAMES.at(length);
    }
    double cosine = a.own.dot(b.own) / ((double) a.size * b.size);
    return cosine >= COPY
        || (cosine >= SEED.at(length) && sharedNames(a, b) >= (int) FIRST_NAMES.at(length));
  }

  private static long sharedNames(Cluster a, Cluster b) {
    Set<String> fewer = a.names.size() <= b.names.size() ? a.names : b.names;
    Set<String> more = a.names.size() <= b.names.size() ? b.names : a.names;
    return fewer.stream().filter(more::contains).count();
  }

  private void merge(int a, int b) {
    Cluster kept = of(a);
    Cluster gone = of(b);
    double between = Objects.requireNonNull(kept.across.remove(b));
    gone.across.remove(a);
    kept.across.replaceAll((id, across) -> across + across(gone, id));
    gone.across.forEach((id, across) ->
        kept.across.computeIfAbsent(id, other -> across + kept.sum.dot(of(other).sum)));
    gone.across.keySet().forEach(id -> of(id).across.remove(b));
    kept.across.forEach((id, across) -> of(id).across.put(a, across));
    stale.add(a);
    stale.addAll(kept.across.keySet());
    kept.absorb(gone, between);
    clusters.remove(b);
    stale.remove(b);
  }

  private double across(Cluster gone, int other) {
    Double known = gone.across.get(other);
    return known == null ? gone.sum.dot(of(other).sum) : known;
  }

  private Cluster of(int id) {
    return Objects.requireNonNull(clusters.get(id));
  }
}
