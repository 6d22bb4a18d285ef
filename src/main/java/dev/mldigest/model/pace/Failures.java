package dev.mldigest.model.pace;

import java.time.Duration;

/**
 * Failed attempts in a row, of any thread. Failures that may pass count only once they have lasted:
 * many threads fail often in a second that a server takes to come back. Safe for use by several
 * threads.
 */
public final class Failures {
  /** After so many the rest of the run does without. */
  public static final int MOST = 8;

  /** A process that is started again answers within it. */
  static final Duration PASSING = Duration.ofSeconds(15);

  private int inARow;
  private long since;

  /**
   * @param passes true if it may be over soon
   * @return true if it is enough
   */
  public synchronized boolean another(boolean passes, long now) {
    since = inARow == 0 ? now : since;
    inARow++;
    boolean lasted = now - since >= PASSING.toNanos();
    return inARow >= MOST && (!passes || lasted);
  }

  public synchronized void over() {
    inARow = 0;
  }
}
