package dev.mldigest.review.desk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a desk look for what other programs did: a save of digest.md, a command. Who subscribed to
 * the desk is told within a second.
 */
public final class Watch implements AutoCloseable {
  /** Four looks a second: a page follows within one, and a look costs a millisecond. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Thread looking;
  private volatile boolean open = true;

  private Watch(Desk desk) {
    this.looking = Thread.ofVirtual().name("watching digest.md").unstarted(() -> look(desk));
  }

  public static Watch over(Desk desk) {
    Watch watch = new Watch(desk);
    watch.looking.start();
    return watch;
  }

  /** What cannot be read just now is looked at again: the next act says what is wrong with it. */
  private void look(Desk desk) {
    while (open) {
      try {
        if (desk.hasNews()) {
          desk.load();
        }
      } catch (RuntimeException e) {
        // Perhaps in the middle of a save.
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(looking);
    try {
      looking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it ends by itself
    }
  }
}
