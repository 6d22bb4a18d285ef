package dev.mldigest.fetch.http;

import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import java.time.Duration;
import java.time.Instant;

/** From when on a source that is asked by date is asked. */
public final class Since {
  private Since() {}

  /**
   * The start of the window, or later where what came before is known: an overlap before the
   * watermark, for what is listed late or gains its points late.
   */
  public static Instant from(SourceState state, Window window, Duration overlap) {
    Instant covered = state.coveredTo();
    Instant from = covered == null ? window.from() : covered.minus(overlap);
    boolean within = from.isAfter(window.from()) && from.isBefore(window.to());
    return within ? from : window.from();
  }
}
