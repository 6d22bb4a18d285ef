package dev.mldigest.review.desk;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that an author asks of a desk, and where its answer goes.
 *
 * @param expected number of the state that the author looked at, or {@link Desk#LATEST}
 */
record Request(Asked asked, int expected, String author, CompletableFuture<Outcome> answer) {
  /** What to do, by the state of things when its turn comes; null where there is nothing to do. */
  interface Asked {
    @Nullable Act act(History history);
  }

  Request(Asked asked, int expected, String author) {
    this(asked, expected, author, new CompletableFuture<>());
  }
}
