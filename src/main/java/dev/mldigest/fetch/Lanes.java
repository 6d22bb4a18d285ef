package dev.mldigest.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps requests to one host apart: so many at once, so long between two starts. Waiting threads
 * are served in order. Monotonic time only.
 */
final class Lanes {
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final int width;
  private final Duration gap;

  Lanes(int width, Duration gap) {
    this.width = width;
    this.gap = gap;
  }

  /** Waits for a turn on the lane of {@code host}; close the turn when the exchange is over. */
  Turn take(String host) throws InterruptedException {
    Lane lane = lanes.computeIfAbsent(host, name -> new Lane(width));
    lane.places.acquire();
    try {
      sleepUntil(lane.reserve(gap.toNanos()));
      return lane.places::release;
    } catch (InterruptedException e) {
      lane.places.release();
      throw e;
    }
  }

  /** Returns at {@code deadline} (of System.nanoTime) or a little later, never earlier. */
  static void sleepUntil(long deadline) throws InterruptedException {
    for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  /** A place on a lane. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Lane {
    final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock();
    private long next = Long.MIN_VALUE;

    Lane(int width) {
      places = new Semaphore(width, true);
    }

    /** The start time of the next request, which is taken by this call. */
    long reserve(long gap) {
      lock.lock();
      try {
        long now = System.nanoTime();
        long start = next == Long.MIN_VALUE || next - now < 0 ? now : next;
        next = start + gap;
        return start;
      } finally {
        lock.unlock();
      }
    }
  }
}
