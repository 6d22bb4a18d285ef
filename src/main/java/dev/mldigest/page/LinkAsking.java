package dev.mldigest.page;

import dev.mldigest.domain.Week;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks where an issue's links lead, beside what the editor does. Promises that the links of one
 * issue are asked for once at a time, and that who must know waits for that, as long as it is
 * bounded to.
 */
final class LinkAsking {
  private final Workshop workshop;
  private final Map<Week, CompletableFuture<Void>> running = new HashMap<>();

  LinkAsking(Workshop workshop) {
    this.workshop = workshop;
  }

  /** Unless it goes on already. What cannot be asked is told as not known. */
  void begin(Week week) {
    CompletableFuture<Void> _ = begun(week);
  }

  private synchronized CompletableFuture<Void> begun(Week week) {
    CompletableFuture<Void> now = running.get(week);
    if (now == null || now.isDone()) {
      now = CompletableFuture.runAsync(() -> workshop.checkLinks(week), Thread::startVirtualThread);
      running.put(week, now);
    }
    return now;
  }

  /** Waits for what goes on, and then for what was not asked for by it. */
  void finish(Week week) {
    if (isGoingOn(week)) {
      ended(begun(week));
    }
    ended(begun(week));
  }

  synchronized boolean isGoingOn(Week week) {
    CompletableFuture<Void> now = running.get(week);
    return now != null && !now.isDone();
  }

  private static void ended(CompletableFuture<Void> asking) {
    try {
      asking.join();
    } catch (CompletionException e) {
      // The page was closed meanwhile, or has no settings; what is not known is said to be so.
    }
  }
}
