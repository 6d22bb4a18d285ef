package dev.mldigest.fetch.http;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where what was fetched is read: on as many platform threads as the machine has processors. A
 * parser on a virtual thread would keep its carrier from all others, whose deadlines run. What is
 * large is read beside little else, so that memory is bounded too.
 */
public final class Parsing implements AutoCloseable {
  /** What a reader makes of a document is up to so many times its size (measured on bombs). */
  private static final int TIMES_ITS_SIZE = 20;

  /** The permits of a semaphore are an int: bytes would be too many. */
  private static final int KB = 1024;

  private final ExecutorService threads;
  private final Semaphore room;
  private final int wholeRoom;

  Parsing() {
    this(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 2);
  }

  /**
   * @param memory bytes that all readers together may take
   */
  Parsing(int width, long memory) {
    this.threads =
        Executors.newFixedThreadPool(
            width, Thread.ofPlatform().daemon().name("reader-", 0).factory());
    this.wholeRoom = Math.clamp(memory / KB, 1, Integer.MAX_VALUE);
    this.room = new Semaphore(wholeRoom, true);
  }

  /**
   * Does the work on one of the threads and waits for it. The work must not wait for anything, a
   * request or other such work least of all. What it throws is thrown here.
   *
   * @param size of what is read, in bytes
   */
  public <T extends @Nullable Object> T of(int size, Supplier<T> work) {
    int share = Math.clamp((long) size * TIMES_ITS_SIZE / KB, 1, wholeRoom);
    room.acquireUninterruptibly(share);
    try {
      return result(threads.submit(work::get));
    } finally {
      room.release(share);
    }
  }

  private static <T extends @Nullable Object> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException bug -> throw bug;
        case Error bug -> throw bug;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
