package dev.mldigest.store;

import dev.mldigest.store.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The writes of many threads, each committed before its call returns, and as many in one commit as
 * came while the last one was made: a commit waits for the disk. They are made on one platform
 * thread, since the database's own code would keep the carriers of virtual ones.
 */
public final class GroupCommits implements AutoCloseable {
  /**
   * Measured: in groups of 100 SQLite takes 25,000 rows a second and more, far above what comes.
   */
  private static final int MOST = 100;

  private final Database database;
  private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
  private final Thread writer = Thread.ofPlatform().daemon().name("writer").unstarted(this::work);
  private volatile boolean closed;
  private volatile boolean ended;

  GroupCommits(Database database) {
    this.database = database;
    writer.start();
  }

  /** One write, and the thread that waits for it. */
  private static final class Write<T extends @Nullable Object> {
    private final Supplier<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();

    Write(Supplier<T> work) {
      this.work = work;
    }

    /** Does the work; what comes of it is told by the runnable, once it is committed. */
    Runnable done() {
      T result = work.get();
      return () -> done.complete(result);
    }
  }

  /**
   * Does the work within a transaction and returns when that is committed. Where a transaction
   * fails, the work may be done a second time, in one of its own.
   *
   * @throws RuntimeException what the work throws, or the commit
   * @throws IllegalStateException if there is no writer any more
   */
  public <T extends @Nullable Object> T write(Supplier<T> work) {
    Write<T> write = new Write<>(work);
    queue.add(write);
    if (ended) {
      refuse();
    }
    try {
      return write.done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private void work() {
    List<Write<?>> group = new ArrayList<>();
    try {
      while (!closed || !queue.isEmpty()) {
        group.add(queue.take());
        queue.drainTo(group, MOST - 1);
        commit(group);
        group.clear();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the writer", e);
    } finally {
      ended = true;
      queue.addAll(group);
      refuse();
    }
  }

  /** Nobody waits for a writer that is gone. */
  private void refuse() {
    for (Write<?> write = queue.poll(); write != null; write = queue.poll()) {
      write.done.completeExceptionally(new IllegalStateException("the writer has ended"));
    }
  }

  /** One write that fails must not fail the others. */
  private void commit(List<Write<?>> group) {
    try {
      database.transact(session -> group.stream().map(Write::done).toList()).forEach(Runnable::run);
    } catch (RuntimeException | Error e) {
      if (group.size() == 1) {
        group.getFirst().done.completeExceptionally(e);
      } else {
        group.forEach(write -> commit(List.of(write)));
      }
    }
  }

  /** Returns when all that was handed in is written. */
  @Override
  public void close() {
    closed = true;
    queue.add(new Write<>(() -> null)); // wakes it
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
