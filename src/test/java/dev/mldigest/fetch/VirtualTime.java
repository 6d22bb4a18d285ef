package dev.mldigest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until somebody waits. */
final class VirtualTime implements Waiting, InstantSource {
  private final Instant start;
  private long nanos;

  VirtualTime(Instant start) {
    this.start = start;
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized void sleepUntil(long deadline) {
    nanos = Math.max(nanos, deadline);
  }

  @Override
  public synchronized Instant instant() {
    return start.plusNanos(nanos);
  }

  void advanceTo(Instant at) {
    sleepUntil(Duration.between(start, at).toNanos());
  }
}
