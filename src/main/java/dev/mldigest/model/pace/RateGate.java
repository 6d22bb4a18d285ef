package dev.mldigest.model.pace;

import java.time.Duration;

/**
 * Holds back every call until the instant a provider announced; shared by all threads.
 *
 * <p>Nobody passes before that instant. Whoever would have to wait longer than {@link
 * #LONGEST_WAIT} at once is told so instead.
 */
public final class RateGate {
  /**
   * A limit per minute is over within one. Chosen by hand: a run has an hour, and a pause this long
   * says that the limit is another one, of a day or of the account.
   */
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** The longest one question, or one overload, waits at a provider's word, all waits together. */
  public static final Duration LONGEST_IN_ALL = Duration.ofMinutes(10);

  private final Pacer pacer;
  private long opensAt;

  public RateGate(Pacer pacer) {
    this.pacer = pacer;
    this.opensAt = pacer.nanos();
  }

  /** No call for this long from now; a later opening already announced stays. */
  public synchronized void closeFor(Duration wait) {
    long until = pacer.nanos() + wait.toNanos();
    opensAt = until - opensAt > 0 ? until : opensAt;
  }

  /** How long the gate stays closed; zero if it is open. */
  public synchronized Duration remaining() {
    return Duration.ofNanos(Math.max(0, opensAt - pacer.nanos()));
  }

  /**
   * Waits until the gate is open.
   *
   * @return false, at once, if that would take longer than that
   */
  public boolean pass() throws InterruptedException {
    for (Duration left = remaining(); !left.isZero(); left = remaining()) {
      if (left.compareTo(LONGEST_WAIT) > 0) {
        return false;
      }
      pacer.sleep(left);
    }
    return true;
  }
}
