package dev.mldigest.summarise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping; remembers every sleep. */
final class VirtualPacer implements Pacer {
  private final List<Duration> sleeps = new ArrayList<>();
  private long now;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    sleeps.add(duration);
    now += duration.toNanos();
  }

  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
