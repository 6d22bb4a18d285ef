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
 * @param nextPoll when it is worth asking again, or null
 * @param moves answers in a row that came by way of {@code movedTo}; it is used once they suffice
 * @param notBefore not to be asked before this instant, whoever wants to know (max-age, ttl,
 *     Retry-After, back-off), or null
 * @param coveredTo watermark: everything the source announced up to this instant was seen, or is
 *     recorded as a gap; null before the first success
 */
public record SourceState(
    Validators validators,
    @Nullable URI movedTo,
    @Nullable String bodyHash,
    int failures,
    @Nullable Instant nextPoll,
    int moves,
    @Nullable Instant notBefore,
    @Nullable Instant coveredTo) {
  public static final SourceState NEW =
      new SourceState(Validators.NONE, null, null, 0, null, 0, null, null);

  public SourceState(
      Validators validators,
      @Nullable URI movedTo,
      @Nullable String bodyHash,
      int failures,
      @Nullable Instant nextPoll) {
    this(validators, movedTo, bodyHash, failures, nextPoll, 0, null, null);
  }
}
