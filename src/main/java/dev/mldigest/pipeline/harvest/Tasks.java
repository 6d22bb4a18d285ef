package dev.mldigest.pipeline.harvest;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is begun as it comes, all of it at once, on virtual threads. */
final class Tasks implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Future<?>> begun = new ConcurrentLinkedQueue<>();

  /** Begins it; work may begin more work. */
  void start(Runnable work) {
    begun.add(threads.submit(work));
  }

  /**
   * Waits for all that was begun.
   *
   * @throws RuntimeException the first failure
   */
  void await() {
    for (Future<?> one = begun.poll(); one != null; one = begun.poll()) {
      Concurrent.result(one);
    }
  }

  /** What is still under way is given up. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
