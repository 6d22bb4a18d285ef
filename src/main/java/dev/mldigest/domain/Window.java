package dev.mldigest.domain;

import java.time.Instant;

/**
 * The time an issue covers: from the previous issue's cut-off (exclusive) to its own (inclusive).
 */
public record Window(Instant from, Instant to) {
  public boolean contains(Instant instant) {
    return instant.isAfter(from) && !instant.isAfter(to);
  }
}
