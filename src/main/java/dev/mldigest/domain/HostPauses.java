package dev.mldigest.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when hosts, or groups of hosts with one rule, must be left alone. Where it is kept in the
 * state, a restart of the program annoys nobody.
 */
public interface HostPauses {
  Optional<Instant> until(String host);

  /** Of two wishes the later one counts. */
  void keepOff(String host, Instant until);

  /**
   * The latest pause that is believed beside a new one: no server is left alone for longer than a
   * day, so what is later still was kept by a clock that had jumped.
   */
  static Instant believed(Instant until) {
    return until.plus(Duration.ofHours(24));
  }

  /** For commands that keep no state: remembered as long as the process lives. */
  static HostPauses inMemory() {
    Map<String, Instant> pauses = new ConcurrentHashMap<>();
    return new HostPauses() {
      @Override
      public Optional<Instant> until(String host) {
        return Optional.ofNullable(pauses.get(host));
      }

      @Override
      public void keepOff(String host, Instant until) {
        pauses.merge(
            host,
            until,
            (known, wish) -> known.isAfter(wish) && !known.isAfter(believed(wish)) ? known : wish);
      }
    };
  }
}
