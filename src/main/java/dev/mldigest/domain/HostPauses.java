package dev.mldigest.domain;

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

  void keepOff(String host, Instant until);

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
        pauses.put(host, until);
      }
    };
  }
}
