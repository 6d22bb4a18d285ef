package dev.mldigest.extract.body.feature;

import dev.mldigest.io.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Boosted decision trees for a yes or no (Friedman 2001, with Newton steps as in Chen and Guestrin
 * 2016), read from a text file: a line a node, {@code <column> <= <bound> ? <node> : <node>} or a
 * leaf's value. Immutable.
 */
public final class Trees {
  /**
   * Two numbers a node, so that the trees fit into a small cache: its column and, above it, where
   * no leads to; the bits of its bound. Yes leads to the next node. A leaf is -1 and its value.
   */
  private final int[] nodes;

  /** Bits of a column in the first number, far more than rows have, and of a place above it. */
  private static final int COLUMN = 10;

  private static final int PLACE = 21; // see COLUMN; the sign is left

  /** Where each tree's root stands. */
  private final int[] roots;

  /** The least and the most that the trees from each one on can add. */
  private final double[] least;

  private final double[] most;

  /** Far more than the rounding of a sum of hundreds of values about one. */
  private static final double ROUNDING = 1e-9;

  public Trees(List<Tree> given) {
    // Those that can say most are asked first, so that fewer are asked.
    List<Tree> trees = new ArrayList<>(given);
    trees.sort(Comparator.comparingDouble(Tree::span).reversed());
    roots = new int[trees.size()];
    least = new double[roots.length + 1];
    most = new double[roots.length + 1];
    for (int t = roots.length - 1; t >= 0; t--) {
      least[t] = least[t + 1] + trees.get(t).leaves().min().orElse(0);
      most[t] = most[t + 1] + trees.get(t).leaves().max().orElse(0);
    }
    int count = trees.stream().mapToInt(tree -> tree.column.length).sum();
    if (2L * count > 1L << PLACE) {
      throw new IllegalStateException(
          "The model has " + count + " nodes; at most " + (1 << (PLACE - 1)) + " can be told.");
    }
    nodes = new int[2 * count];
    int at = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = at;
      at = write(nodes, trees.get(t), 0, at);
    }
  }

  /** Writes a node and all below it from a place on; returns where the next begins. */
  private static int write(int[] nodes, Tree tree, int node, int at) {
    nodes[at + 1] = Float.floatToRawIntBits(tree.bound[node]);
    if (tree.column[node] < 0) {
      nodes[at] = -1;
      return at + 2;
    }
    if (tree.column[node] >= 1 << COLUMN) {
      throw new IllegalStateException(
          "The model asks for column "
              + tree.column[node]
              + "; at most "
              + (1 << COLUMN)
              + " can be told.");
    }
    int no = write(nodes, tree, tree.yes[node], at + 2);
    nodes[at] = tree.column[node] | no << COLUMN;
    return write(nodes, tree, tree.no[node], no);
  }

  /**
   * One tree: node 0 is the root; a leaf has column -1 and its value as bound.
   *
   * @param yes the node to go to where the row's value is at most the bound
   */
  @SuppressWarnings("ArrayRecordComponent") // read-only, never compared
  public record Tree(int[] column, float[] bound, int[] yes, int[] no) {
    /** The most by which two rows can differ. */
    double span() {
      return leaves().max().orElse(0) - leaves().min().orElse(0);
    }

    DoubleStream leaves() {
      return IntStream.range(0, column.length)
          .filter(i -> column[i] < 0)
          .mapToDouble(i -> bound[i]);
    }
  }

  /**
   * Whether yes is more probable than that. Trees are asked until those that are left cannot change
   * the answer.
   *
   * @param probability above 0 and below 1
   */
  public boolean exceed(double probability, float[] row) {
    double bound = Math.log(probability / (1 - probability));
    double sum = 0;
    for (int t = 0; t < roots.length; t++) {
      if (sum + least[t] > bound + ROUNDING) {
        return true;
      }
      if (sum + most[t] < bound - ROUNDING) {
        return false;
      }
      int node = roots[t];
      for (int own = nodes[node]; own >= 0; own = nodes[node]) {
        boolean yes = row[own & ((1 << COLUMN) - 1)] <= Float.intBitsToFloat(nodes[node + 1]);
        node = yes ? node + 2 : own >>> COLUMN;
      }
      sum += Float.intBitsToFloat(nodes[node + 1]);
    }
    return 1 / (1 + Math.exp(-sum)) > probability;
  }

  /**
   * @param columns the names of a row's columns
   * @throws IllegalStateException if the file speaks of other columns: it must be learned again
   */
  public static Trees load(String resource, List<String> columns) {
    List<Tree> trees = new ArrayList<>();
    List<String[]> nodes = new ArrayList<>();
    for (String line : Resource.text("/extract/" + resource).lines().toList()) {
      if (line.startsWith("tree") && !nodes.isEmpty()) {
        trees.add(tree(nodes, columns));
        nodes.clear();
      } else if (line.startsWith(" ")) {
        nodes.add(line.strip().split(" "));
      }
    }
    if (!nodes.isEmpty()) {
      trees.add(tree(nodes, columns));
    }
    return new Trees(trees);
  }

  /** Nodes are numbered from 0 in the order of their lines: {@code 3 words <= 2.5 ? 5 : 6}. */
  private static Tree tree(List<String[]> nodes, List<String> columns) {
    int n = nodes.size();
    Tree tree = new Tree(new int[n], new float[n], new int[n], new int[n]);
    for (int i = 0; i < n; i++) {
      String[] node = nodes.get(i);
      boolean leaf = node.length == 2;
      tree.column()[i] = leaf ? -1 : column(node[1], columns);
      tree.bound()[i] = Float.parseFloat(node[leaf ? 1 : 3]);
      tree.yes()[i] = leaf ? 0 : Integer.parseInt(node[5]);
      tree.no()[i] = leaf ? 0 : Integer.parseInt(node[7]);
    }
    return tree;
  }

  private static int column(String name, List<String> columns) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new IllegalStateException("The model asks for '" + name + "', which no row has.");
    }
    return column;
  }
}
