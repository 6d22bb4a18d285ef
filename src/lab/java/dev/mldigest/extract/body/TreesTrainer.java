package dev.mldigest.extract.body;

import dev.mldigest.extract.body.feature.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns {@link Trees} by gradient boosting on histograms: each tree grows leaf by leaf where the
 * loss falls most, with Newton steps (Chen and Guestrin 2016). Deterministic.
 */
final class TreesTrainer {
  private static final int BINS = 64;

  private final float[][] rows;
  private final boolean[] yes;
  private final double[] weight;
  private final float[][] bounds;
  private final byte[][] bins;
  private final double[] score;
  private final double[] gradient;
  private final double[] hessian;

  /** How trees are grown. */
  record Shape(int trees, int leaves, double rate, double smallest, double ridge) {}

  TreesTrainer(float[][] rows, boolean[] yes, double[] weight) {
    this.rows = rows;
    this.yes = yes;
    this.weight = weight;
    int columns = rows[0].length;
    bounds = new float[columns][];
    bins = new byte[columns][rows.length];
    for (int c = 0; c < columns; c++) {
      bounds[c] = bounds(c);
      for (int r = 0; r < rows.length; r++) {
        int at = Arrays.binarySearch(bounds[c], rows[r][c]);
        bins[c][r] = (byte) (at >= 0 ? at : -at - 1);
      }
    }
    score = new double[rows.length];
    gradient = new double[rows.length];
    hessian = new double[rows.length];
  }

  /** Upper bounds of the bins but the last: quantiles, or every value there is. */
  private float[] bounds(int c) {
    float[] values = new float[rows.length];
    for (int r = 0; r < rows.length; r++) {
      values[r] = rows[r][c];
    }
    Arrays.sort(values);
    List<Float> bounds = new ArrayList<>();
    long distinct = 1;
    for (int r = 1; r < values.length; r++) {
      distinct += values[r] != values[r - 1] ? 1 : 0;
    }
    if (distinct <= BINS) {
      for (int r = 1; r < values.length; r++) {
        if (values[r] != values[r - 1]) {
          bounds.add((values[r] + values[r - 1]) / 2);
        }
      }
    } else {
      for (int b = 1; b < BINS; b++) {
        float bound = values[(int) ((long) values.length * b / BINS)];
        if (bounds.isEmpty() || bounds.getLast() < bound) {
          bounds.add(bound);
        }
      }
    }
    float[] array = new float[bounds.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = bounds.get(i);
    }
    return array;
  }

  List<Trees.Tree> train(Shape shape) {
    List<Trees.Tree> trees = new ArrayList<>();
    for (int t = 0; t < shape.trees(); t++) {
      for (int r = 0; r < rows.length; r++) {
        double p = 1 / (1 + Math.exp(-score[r]));
        gradient[r] = weight[r] * (p - (yes[r] ? 1 : 0));
        hessian[r] = weight[r] * Math.max(1e-6, p * (1 - p));
      }
      trees.add(tree(shape));
    }
    return trees;
  }

  /** Of each column the sums of its bins over some rows: gradient, hessian and weight in turns. */
  private double[][] sums(int[] members) {
    double[][] sums = new double[bins.length][];
    for (int c = 0; c < bins.length; c++) {
      double[] of = new double[3 * (bounds[c].length + 1)];
      byte[] column = bins[c];
      for (int r : members) {
        int at = 3 * column[r];
        of[at] += gradient[r];
        of[at + 1] += hessian[r];
        of[at + 2] += weight[r];
      }
      sums[c] = of;
    }
    return sums;
  }

  /** What is left of a leaf's sums for the other of its two parts. */
  private static double[][] rest(double[][] whole, double[][] part) {
    double[][] rest = new double[whole.length][];
    for (int c = 0; c < rest.length; c++) {
      rest[c] = new double[whole[c].length];
      for (int i = 0; i < rest[c].length; i++) {
        rest[c][i] = whole[c][i] - part[c][i];
      }
    }
    return rest;
  }

  /** A leaf that may still be split. */
  private static final class Leaf {
    final int node;
    final int[] members;
    final double[][] sums;
    final double g;
    final double h;
    private final double all;
    int column = -1;
    int bin;
    double gain;

    Leaf(int node, int[] members, double[][] sums, Shape shape) {
      this.node = node;
      this.members = members;
      this.sums = sums;
      double sumG = 0;
      double sumH = 0;
      double sumW = 0;
      for (int at = 0; at < sums[0].length; at += 3) {
        sumG += sums[0][at];
        sumH += sums[0][at + 1];
        sumW += sums[0][at + 2];
      }
      g = sumG;
      h = sumH;
      all = sumW;
      for (int c = 0; c < sums.length; c++) {
        search(c, shape);
      }
    }

    private void search(int c, Shape shape) {
      double[] of = sums[c];
      double leftG = 0;
      double leftH = 0;
      double leftW = 0;
      double whole = g * g / (h + shape.ridge());
      for (int at = 0; at < of.length - 3; at += 3) {
        leftG += of[at];
        leftH += of[at + 1];
        leftW += of[at + 2];
        if (leftW < shape.smallest() || all - leftW < shape.smallest()) {
          continue;
        }
        double rightG = g - leftG;
        double rightH = h - leftH;
        double found =
            leftG * leftG / (leftH + shape.ridge())
                + rightG * rightG / (rightH + shape.ridge())
                - whole;
        if (found > gain) {
          gain = found;
          this.column = c;
          this.bin = at / 3;
        }
      }
    }
  }

  private Trees.Tree tree(Shape shape) {
    int most = 2 * shape.leaves() - 1;
    Trees.Tree tree = new Trees.Tree(new int[most], new float[most], new int[most], new int[most]);
    int[] everybody = new int[rows.length];
    Arrays.setAll(everybody, r -> r);
    List<Leaf> leaves = new ArrayList<>(List.of(new Leaf(0, everybody, sums(everybody), shape)));
    int nodes = 1;
    while (leaves.size() < shape.leaves()) {
      Leaf best = leaves.getFirst();
      for (Leaf leaf : leaves) {
        best = leaf.gain > best.gain ? leaf : best;
      }
      if (best.column < 0) {
        break;
      }
      int c = best.column;
      int b = best.bin;
      int[] left = Arrays.stream(best.members).filter(r -> bins[c][r] <= b).toArray();
      int[] right = Arrays.stream(best.members).filter(r -> bins[c][r] > b).toArray();
      tree.column()[best.node] = c;
      tree.bound()[best.node] = bounds[c][b];
      tree.yes()[best.node] = nodes;
      tree.no()[best.node] = nodes + 1;
      leaves.remove(best);
      // Of two parts the smaller is summed, which is half of all the work.
      boolean isLeft = left.length < right.length;
      double[][] some = sums(isLeft ? left : right);
      double[][] others = rest(best.sums, some);
      leaves.add(new Leaf(nodes++, left, isLeft ? some : others, shape));
      leaves.add(new Leaf(nodes++, right, isLeft ? others : some, shape));
    }
    for (Leaf leaf : leaves) {
      float value = (float) (-shape.rate() * leaf.g / (leaf.h + shape.ridge()));
      tree.column()[leaf.node] = -1;
      tree.bound()[leaf.node] = value;
      for (int r : leaf.members) {
        score[r] += value;
      }
    }
    return trimmed(tree, nodes);
  }

  private static Trees.Tree trimmed(Trees.Tree tree, int nodes) {
    return new Trees.Tree(
        Arrays.copyOf(tree.column(), nodes),
        Arrays.copyOf(tree.bound(), nodes),
        Arrays.copyOf(tree.yes(), nodes),
        Arrays.copyOf(tree.no(), nodes));
  }
}
