package dev.mldigest.domain;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a source between polls.
 *
 * @param movedTo where permanent redirects led, or null
 * @param bodyHash SHA-256 of the last body, hexadecimal, or null
 * @param failures polls that failed in a row
 * @param nextPoll not to be asked before this instant, or null
 */
public record SourceState(
    Validators validators,
    @Nullable URI movedTo,
    @Nullable String bodyHash,
    int failures,
    @Nullable Instant nextPoll) {
  public static final SourceState NEW = new SourceState(Validators.NONE, null, null, 0, null);
}
