package dev.mldigest.summarise;

/**
 * The tokens a run may use. A call reserves its estimate before it is sent, so that calls in flight
 * together cannot pass the limit, and settles what it really took.
 */
final class TokenBudget {
  private final long most;
  private long used;
  private long reserved;

  TokenBudget(long most) {
    this.most = most;
  }

  /** Takes the estimate out of the budget; false if it does not fit. */
  synchronized boolean reserve(long estimate) {
    if (used + reserved + estimate > most) {
      return false;
    }
    reserved += estimate;
    return true;
  }

  synchronized void settle(long estimate, long real) {
    reserved -= estimate;
    used += real;
  }

  /**
   * Counts tokens that were paid for earlier: a limit is for an issue, not for one attempt at it.
   */
  synchronized void count(long tokens) {
    used += tokens;
  }

  synchronized long used() {
    return used;
  }
}
