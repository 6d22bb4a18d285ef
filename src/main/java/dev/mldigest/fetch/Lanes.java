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
  private final boolean fromEnd;
  private final Waiting waiting;

  Lanes(int width, Duration gap, Waiting waiting) {
    this(width, gap, false, waiting);
  }

  /**
   * @param fromEnd whether the gap is counted from the end of an exchange too: then it holds for
   *     the server's clock as well, however long a request was on its way
   */
  Lanes(int width, Duration gap, boolean fromEnd, Waiting waiting) {
    this.width = width;
    this.gap = gap;
    this.fromEnd = fromEnd;
    this.waiting = waiting;
  }

  /** Waits for a turn on the lane of {@code host}; close the turn when the exchange is over. */
  Turn take(String host) throws InterruptedException {
    Lane lane = lanes.computeIfAbsent(host, name -> new Lane(width));
    lane.places.acquire();
    try {
      waiting.sleepUntil(lane.reserve(gap.toNanos()));
      return () -> {
        if (fromEnd) {
          lane.pause(gap.toNanos());
        }
        lane.places.release();
      };
    } catch (InterruptedException e) {
      lane.places.release();
      throw e;
    }
  }

  /** A place on a lane. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private final class Lane {
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
        long now = waiting.nanoTime();
        long start = next == Long.MIN_VALUE || next - now < 0 ? now : next;
        next = start + gap;
        return start;
      } finally {
        lock.unlock();
      }
    }

    void pause(long gap) {
      lock.lock();
      try {
        next = waiting.nanoTime() + gap;
      } finally {
        lock.unlock();
      }
    }
  }
}
