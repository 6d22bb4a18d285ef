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

  /** True where the outcome delivered what the source has: fetched, or not modified. */
  public boolean healthy() {
    return outcome.equals("fetched") || outcome.equals("not modified");
  }
}
