package dev.mldigest.model.pace;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a service that is overloaded, or still loads its model, is waited for: counted in the
 * time since it last answered, whoever asked meanwhile and how often. Safe for use by several
 * threads.
 */
public final class Overload {
  /**
   * A local server reads a model of 40 GB from its disk in less, and most overloads of the large
   * services are over; what lasts longer lasts for hours.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Where another model can step in. */
  private static final Duration PATIENCE_WITH_ANOTHER = Duration.ofSeconds(30);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  /** So that what is over is noticed soon. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Duration patience;
  private boolean failing;
  private long since;
  private Duration asked = Duration.ZERO;

  /**
   * @param alone true if no other model can step in
   */
  public Overload(boolean alone) {
    this.patience = alone ? PATIENCE : PATIENCE_WITH_ANOTHER;
  }

  /**
   * The pause until the next attempt; empty if the patience is at its end. It grows with the time
   * that the overload lasts. What the service asks for itself is waited for as in a limit.
   */
  public synchronized Optional<Duration> pause(@Nullable Duration told, long now) {
    if (!failing) {
      failing = true;
      since = now;
      asked = Duration.ZERO;
    }
    Duration lasted = Duration.ofNanos(now - since);
    Duration own = within(lasted.dividedBy(2));
    if (told != null && told.compareTo(own) > 0) {
      asked = asked.plus(told);
      boolean tooLong =
          told.compareTo(RateGate.LONGEST_WAIT) > 0 || asked.compareTo(RateGate.LONGEST_IN_ALL) > 0;
      return tooLong ? Optional.empty() : Optional.of(told);
    }
    boolean over = lasted.minus(asked).plus(own).compareTo(patience) > 0;
    return over ? Optional.empty() : Optional.of(own);
  }

  /** It answered. */
  public synchronized void over() {
    failing = false;
  }

  private static Duration within(Duration pause) {
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
