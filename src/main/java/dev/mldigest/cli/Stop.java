package dev.mldigest.cli;

import dev.mldigest.fetch.http.Waiting;
import dev.mldigest.pipeline.harvest.Progress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that is told to stop (SIGTERM, SIGINT) begins nothing new and is gone within seconds.
 * What stands between two steps stays there: every step is in the state, so the next start goes on
 * from it, as after a kill. What is being written has the time to end.
 */
final class Stop implements Progress, Waiting {
  /** Systemd waits 90 s before it kills, containers 10 s; writing an issue takes well under one. */
  private static final long SECONDS = 3;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /** The shutdown hook: the process ends when this returns. */
  void run() {
    asked.countDown();
    try {
      done.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the service was told to stop. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** All work has ended. */
  void done() {
    done.countDown();
  }

  /** One step has ended; once the service was told to stop, its place is not given to the next. */
  @Override
  public void at(String stage, int steps, int total) {
    while (asked.getCount() == 0) {
      LockSupport.park(this);
    }
  }

  @Override
  public long nanoTime() {
    return SYSTEM.nanoTime();
  }

  /** What every request does before it begins; once the service was told to stop, none does. */
  @Override
  public void sleepUntil(long deadline) throws InterruptedException {
    SYSTEM.sleepUntil(deadline);
    while (asked.getCount() == 0) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped");
      }
    }
  }
}
