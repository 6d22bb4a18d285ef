package dev.mldigest.summarise;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A provider with a token bucket, a latency and the headers that OpenAI sends. */
public final class LimitingProvider {
  private final double perMinute;
  private final long latencyMillis;
  private final LimitingServer limit;
  private final boolean tells;

  /**
   * @param tells whether its answers name the limit
   */
  public LimitingProvider(double perMinute, int burst, long latencyMillis, boolean tells) {
    this.perMinute = perMinute;
    this.latencyMillis = latencyMillis;
    this.limit = new LimitingServer(perMinute, burst, System.nanoTime());
    this.tells = tells;
  }

  public LoopbackProvider start() {
    return new LoopbackProvider((call, body, to) -> answer(to));
  }

  public synchronized int refused() {
    return limit.refused();
  }

  /** Until the model has written its answer. */
  private CompletableFuture<Void> atWork() {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(latencyMillis, TimeUnit.MILLISECONDS));
  }

  private void answer(LoopbackProvider.Connection to) throws Exception {
    boolean admitted;
    long wait;
    Map<String, String> headers;
    synchronized (this) {
      admitted = limit.admits(1, System.nanoTime());
      wait = Math.max(1, limit.millisUntil(1));
      headers =
          tells
              ? Map.of(
                  "x-ratelimit-limit-requests",
                  String.valueOf((long) perMinute),
                  "x-ratelimit-remaining-requests",
                  String.valueOf(limit.left()),
                  "x-ratelimit-reset-requests",
                  limit.reset())
              : Map.of();
    }
    if (!admitted) {
      to.send(429, Map.of("retry-after-ms", String.valueOf(wait)), "{\"error\":{}}");
      return;
    }
    atWork().join();
    String usage = LoopbackProvider.usage(100, 20);
    to.send(200, headers, LoopbackProvider.envelope(LoopbackProvider.GOOD, "stop", usage));
  }
}
