package dev.mldigest.domain;

import java.net.URI;
import java.time.Duration;
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
 * @param coveredFrom where that begins; null before the first success
 * @param pace what the last document asked for
 * @param every how often it should be asked for none of its entries to be missed, or null where
 *     that is not known yet
 */
public record SourceState(
    Validators validators,
    @Nullable URI movedTo,
    @Nullable String bodyHash,
    int failures,
    @Nullable Instant nextPoll,
    int moves,
    @Nullable Instant notBefore,
    @Nullable Instant coveredTo,
    @Nullable Instant coveredFrom,
    FeedPace pace,
    @Nullable Duration every) {
  /** Answers in a row before a permanent redirect is believed: some are mistakes of an hour. */
  private static final int MOVES_TO_BELIEVE = 3;

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

  public SourceState(
      Validators validators,
      @Nullable URI movedTo,
      @Nullable String bodyHash,
      int failures,
      @Nullable Instant nextPoll,
      int moves,
      @Nullable Instant notBefore,
      @Nullable Instant coveredTo) {
    this(
        validators,
        movedTo,
        bodyHash,
        failures,
        nextPoll,
        moves,
        notBefore,
        coveredTo,
        null,
        FeedPace.UNSAID,
        null);
  }

  /** Whether the source has moved for good, as far as one can tell. */
  public boolean hasMoved() {
    return movedTo != null && moves >= MOVES_TO_BELIEVE;
  }

  /** The address to ask: the one configured until the source has moved. */
  public URI address(URI configured) {
    URI moved = movedTo;
    return moved == null || !hasMoved() ? configured : moved;
  }

  /** The same with another span of time covered. */
  public SourceState covering(@Nullable Instant from, @Nullable Instant to) {
    return new SourceState(
        validators, movedTo, bodyHash, failures, nextPoll, moves, notBefore, to, from, pace, every);
  }
}
