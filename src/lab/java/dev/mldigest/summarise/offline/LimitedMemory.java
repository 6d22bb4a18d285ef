package dev.mldigest.summarise.offline;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Minimises a smooth function: L-BFGS with ten pairs and a halving line search (Nocedal and Wright,
 * "Numerical Optimization", algorithm 7.5).
 */
final class LimitedMemory {
  private static final int PAIRS = 10;
  private static final double ENOUGH = 1e-6;

  /** Writes the gradient at {@code x} and returns the value. */
  interface Function {
    double at(double[] x, double[] gradient);
  }

  /** What a step changed in the place and in the gradient. */
  private static final class Pair {
    final double[] step;
    final double[] change;
    final double rho;

    Pair(double[] step, double[] change, double curve) {
      this.step = step;
      this.change = change;
      this.rho = 1 / curve;
    }
  }

  private LimitedMemory() {}

  static double[] minimise(Function function, int size, int rounds) {
    double[] x = new double[size];
    double[] gradient = new double[size];
    double value = function.at(x, gradient);
    Deque<Pair> pairs = new ArrayDeque<>();
    for (int round = 0; round < rounds; round++) {
      double[] direction = direction(gradient, pairs);
      double slope = dot(direction, gradient);
      double length = pairs.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
      double[] next = plus(x, direction, length);
      double[] nextGradient = new double[size];
      double nextValue = function.at(next, nextGradient);
      while (nextValue > value + 1e-4 * length * slope && length > 1e-12) {
        length /= 2;
        next = plus(x, direction, length);
        nextValue = function.at(next, nextGradient);
      }
      double[] step = plus(next, x, -1);
      double[] change = plus(nextGradient, gradient, -1);
      double curve = dot(step, change);
      if (curve > 1e-12) {
        pairs.addLast(new Pair(step, change, curve));
        if (pairs.size() > PAIRS) {
          pairs.removeFirst();
        }
      }
      boolean done = value - nextValue < ENOUGH * Math.abs(value);
      x = next;
      gradient = nextGradient;
      value = nextValue;
      if (done) {
        return x;
      }
    }
    return x;
  }

  private static double[] direction(double[] gradient, Deque<Pair> pairs) {
    double[] q = gradient.clone();
    double[] alphas = new double[pairs.size()];
    int i = pairs.size();
    for (var newest = pairs.descendingIterator(); newest.hasNext(); ) {
      Pair pair = newest.next();
      alphas[--i] = pair.rho * dot(pair.step, q);
      q = plus(q, pair.change, -alphas[i]);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      q = plus(new double[q.length], q, 1 / (last.rho * dot(last.change, last.change)));
    }
    for (Pair pair : pairs) {
      double beta = pair.rho * dot(pair.change, q);
      q = plus(q, pair.step, alphas[i++] - beta);
    }
    return plus(new double[q.length], q, -1);
  }

  private static double[] plus(double[] a, double[] b, double times) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + times * b[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
