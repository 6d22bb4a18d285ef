package dev.mldigest.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a poll proves of the time a source was watched.
 *
 * @param from where the covered span begins, or null before the first success
 * @param to watermark: everything announced up to here was seen, or is a gap
 * @param gap found by this poll
 * @param closing earlier gaps that this poll made good
 */
public record CoveredSpan(
    @Nullable Instant from, @Nullable Instant to, Optional<Gap> gap, Optional<Closing> closing) {

  /**
   * Closes the gaps that lie within a time.
   *
   * @param reason only gaps with this reason, or null for all
   */
  public record Closing(Window window, @Nullable String reason) {}
}
