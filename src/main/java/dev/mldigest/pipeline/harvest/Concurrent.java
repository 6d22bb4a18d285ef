package dev.mldigest.pipeline.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Work on every element at once, on virtual threads, with results in the elements' order. */
public final class Concurrent {
  private Concurrent() {}

  /**
   * @param atOnce most elements worked on at a time, at least 1
   * @throws RuntimeException the first failure, after all work has ended: a bug or a state that
   *     cannot be written, never the world's doing
   */
  public static <T, R> List<R> map(
      String stage, List<T> elements, int atOnce, Progress progress, Function<T, R> work) {
    Semaphore places = new Semaphore(Math.max(1, atOnce));
    AtomicInteger done = new AtomicInteger();
    List<Future<R>> futures = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T element : elements) {
        futures.add(
            threads.submit(() -> {
              places.acquireUninterruptibly();
              try {
                return work.apply(element);
              } finally {
                // In this order: while somebody is told, nothing new is begun.
                progress.at(stage, done.incrementAndGet(), elements.size());
                places.release();
              }
            }));
      }
    }
    return futures.stream().map(Concurrent::result).toList();
  }

  static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
