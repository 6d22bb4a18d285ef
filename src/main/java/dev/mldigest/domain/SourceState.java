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
      new SourceState(
          Validators.NONE, null, null, 0, null, 0, null, null, null, FeedPace.UNSAID, null);

  /** One that was read once, with this as its body. */
  public static SourceState holding(Validators validators, @Nullable String bodyHash) {
    return NEW.toBuilder().validators(validators).bodyHash(bodyHash).build();
  }

  public Builder toBuilder() {
    return new Builder(this);
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
    return toBuilder().coveredFrom(from).coveredTo(to).build();
  }

  /** Makes one part by part. */
  public static final class Builder {
    private Validators validators;
    private @Nullable URI movedTo;
    private @Nullable String bodyHash;
    private int failures;
    private @Nullable Instant nextPoll;
    private int moves;
    private @Nullable Instant notBefore;
    private @Nullable Instant coveredTo;
    private @Nullable Instant coveredFrom;
    private FeedPace pace;
    private @Nullable Duration every;

    private Builder(SourceState from) {
      validators = from.validators;
      movedTo = from.movedTo;
      bodyHash = from.bodyHash;
      failures = from.failures;
      nextPoll = from.nextPoll;
      moves = from.moves;
      notBefore = from.notBefore;
      coveredTo = from.coveredTo;
      coveredFrom = from.coveredFrom;
      pace = from.pace;
      every = from.every;
    }

    public Builder validators(Validators value) {
      validators = value;
      return this;
    }

    public Builder movedTo(@Nullable URI value) {
      movedTo = value;
      return this;
    }

    public Builder bodyHash(@Nullable String value) {
      bodyHash = value;
      return this;
    }

    public Builder failures(int value) {
      failures = value;
      return this;
    }

    public Builder nextPoll(@Nullable Instant value) {
      nextPoll = value;
      return this;
    }

    public Builder moves(int value) {
      moves = value;
      return this;
    }

    public Builder notBefore(@Nullable Instant value) {
      notBefore = value;
      return this;
    }

    public Builder coveredTo(@Nullable Instant value) {
      coveredTo = value;
      return this;
    }

    public Builder coveredFrom(@Nullable Instant value) {
      coveredFrom = value;
      return this;
    }

    public Builder pace(FeedPace value) {
      pace = value;
      return this;
    }

    public Builder every(@Nullable Duration value) {
      every = value;
      return this;
    }

    public SourceState build() {
      return new SourceState(
          validators,
          movedTo,
          bodyHash,
          failures,
          nextPoll,
          moves,
          notBefore,
          coveredTo,
          coveredFrom,
          pace,
          every);
    }
  }
}
