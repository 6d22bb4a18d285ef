package dev.mldigest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last poll of a source ended.
 *
 * @param sourceUrl the address as configured, before redirects
 * @param entries entries the feed held at the last poll that read it
 * @param lastSuccess start of the last run that fetched it or found it not modified, or null
 */
public record PollRecord(
    String sourceId,
    String sourceUrl,
    Instant at,
    String outcome,
    String detail,
    int entries,
    @Nullable Instant lastSuccess,
    @Nullable Instant nextPoll) {

  public PollEnding ending() {
    return PollEnding.of(outcome);
  }

  /** True where a later poll made up for this one. */
  public boolean madeUpFor() {
    return lastSuccess != null && lastSuccess.isAfter(at);
  }
}
