package dev.mldigest.model;

import dev.mldigest.domain.spending.ModelSpending;

/**
 * The tokens and the money an issue may use. A call reserves its estimate before it is sent, so
 * that calls in flight together cannot pass a limit, and settles what it really took.
 *
 * <p>A call is refused by what was used only: where those in flight are in its way, it waits for
 * what they leave. So what is refused once stays refused when the issue is made again.
 */
final class Budget {
  enum Verdict {
    GRANTED,
    TOO_MANY_TOKENS,
    TOO_DEAR
  }

  private final long mostTokens;
  private final long mostMicros;
  private long tokens;
  private long micros;
  private long reservedTokens;
  private long reservedMicros;

  /**
   * @param used for the issue in earlier runs
   */
  Budget(long mostTokens, long mostMicros, ModelSpending used) {
    this.mostTokens = mostTokens;
    this.mostMicros = mostMicros;
    this.tokens = used.tokens();
    this.micros = used.micros();
  }

  /**
   * Takes the estimate out of the budget if it fits.
   *
   * @param keep micro-units that must be left for others
   */
  synchronized Verdict reserve(long estimate, long cost, long keep) throws InterruptedException {
    while (true) {
      if (tokens + estimate > mostTokens) {
        return Verdict.TOO_MANY_TOKENS;
      }
      if (micros + cost + keep > mostMicros) {
        return Verdict.TOO_DEAR;
      }
      if (tokens + reservedTokens + estimate <= mostTokens
          && micros + reservedMicros + cost + keep <= mostMicros) {
        reservedTokens += estimate;
        reservedMicros += cost;
        return Verdict.GRANTED;
      }
      wait();
    }
  }

  synchronized void settle(long estimate, long cost, long realTokens, long realMicros) {
    reservedTokens -= estimate;
    reservedMicros -= cost;
    tokens += realTokens;
    micros += realMicros;
    notifyAll();
  }
}
