package dev.mldigest.testkit;

import dev.mldigest.fetch.http.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time in which waiting costs nothing: who sleeps moves the clock for all. */
public final class VirtualTime implements Waiting, InstantSource {
  private final Instant start;
  private final AtomicLong nanos = new AtomicLong();

  public VirtualTime(Instant start) {
    this.start = start;
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void sleepUntil(long deadline) {
    nanos.accumulateAndGet(deadline, Math::max);
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos.get());
  }

  public void advanceTo(Instant instant) {
    sleepUntil(start.until(instant, ChronoUnit.NANOS));
  }
}
