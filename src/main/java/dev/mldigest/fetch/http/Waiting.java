package dev.mldigest.fetch.http;

import java.time.Duration;

/** Monotonic time and waiting, so that weeks can be simulated. */
public interface Waiting {
  Waiting SYSTEM = new SystemWaiting();

  /** As System.nanoTime: only differences mean something. */
  long nanoTime();

  /** Returns at {@code deadline} of {@link #nanoTime} or a little later, never earlier. */
  void sleepUntil(long deadline) throws InterruptedException;

  /** The machine's own. */
  final class SystemWaiting implements Waiting {
    private SystemWaiting() {}

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void sleepUntil(long deadline) throws InterruptedException {
      for (long left = deadline - System.nanoTime();
          left > 0;
          left = deadline - System.nanoTime()) {
        Thread.sleep(Duration.ofNanos(left));
      }
    }
  }
}
