package dev.mldigest.summarise;

import dev.mldigest.model.pace.Pacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping; remembers every sleep. */
public final class VirtualPacer implements Pacer {
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

  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
