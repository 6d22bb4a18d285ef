package dev.mldigest.summarise;

/**
 * A provider's limit as it keeps it: a token bucket, filled steadily. Time is handed in. Not safe
 * for use by several threads.
 */
public final class LimitingServer {
  private final double rate;
  private final double burst;
  private double level;
  private long at;
  private int refused;

  public LimitingServer(double perMinute, double burst, long now) {
    this.rate = perMinute / 60e9;
    this.burst = burst;
    this.level = burst;
    this.at = now;
  }

  /** Lets a call through, or not. */
  public boolean admits(double amount, long now) {
    level = Math.min(burst, level + rate * Math.max(0, now - at));
    at = Math.max(at, now);
    if (level + 1e-6 < amount) {
      refused++;
      return false;
    }
    level -= amount;
    return true;
  }

  public int left() {
    return (int) Math.floor(level + 1e-6);
  }

  /** Until the bucket is full, as {@code 120ms}. */
  public String reset() {
    return (long) Math.ceil((burst - level) / rate / 1e6) + "ms";
  }

  /** Until one more is let through, in milliseconds. */
  long millisUntil(double amount) {
    return (long) Math.ceil((amount - level) / rate / 1e6);
  }

  int refused() {
    return refused;
  }
}
