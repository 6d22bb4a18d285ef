package dev.mldigest.model;

import dev.mldigest.model.fault.Fault;
import dev.mldigest.model.pace.RateLimits;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP attempt, classified.
 *
 * @param status 0 without a response
 * @param text what the model wrote, or null
 * @param usage what was billed
 * @param estimated true where the provider did not tell what it billed
 * @param limits what the answer said of the account's limits
 * @param retryAfter what the provider asked for, or null
 * @param detail one sentence for a person, empty for an answer
 */
record Attempt(
    Kind kind,
    int status,
    @Nullable String text,
    Usage usage,
    boolean estimated,
    Map<RateLimits.Kind, RateLimits.Limit> limits,
    @Nullable Duration retryAfter,
    String detail) {

  enum Kind {
    /** Finished with {@code stop}; whether the text is valid is not yet known. */
    FINISHED("answered"),
    MALFORMED("malformed"),
    TRUNCATED("truncated"),
    REFUSED("refused"),
    RATE_LIMITED("rate limited"),
    SERVER_ERROR("server error"),
    CONNECTION("connection"),
    DEADLINE("deadline"),
    /** Asking again would get the same: our request is at fault. */
    REJECTED("rejected"),
    /** The service wants to be asked otherwise, and says how. */
    RESHAPED("asked otherwise"),
    /** Our request is longer than the model reads. */
    TOO_LONG("too long"),
    /** The provider threw its model's answer away, or gave none: another try may be luckier. */
    GARBLED("garbled"),
    /** Overloaded, starting or loading the model: it passes. */
    BUSY("busy"),
    /** The account has nothing left: nothing more can be had of this model in this run. */
    NO_CREDIT("no credit"),
    /** The same for a day, or longer. */
    QUOTA("quota used up"),
    NO_MODEL("no such model"),
    /** The key opens nothing: nothing more can be had in this run. */
    NO_ACCESS("no access"),
    /** What answers there is no model's service: likewise. */
    WRONG_ADDRESS("wrong address"),
    /** On its way: what the ledger says of it until more is known. */
    SENT("sent"),
    INTERRUPTED("interrupted"),
    /** Not sent: it might have passed the limit of tokens or money. */
    OVER_BUDGET("over budget"),
    /** Not sent: this run has given the model up. */
    GIVEN_UP("given up"),
    /** Not sent: this run asks no model any more. */
    CLOSED("closed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** True where another model of the same service may well answer. */
    boolean stepsDown() {
      return switch (this) {
        case RATE_LIMITED,
            SERVER_ERROR,
            BUSY,
            DEADLINE,
            NO_CREDIT,
            QUOTA,
            NO_MODEL,
            NO_ACCESS,
            WRONG_ADDRESS,
            OVER_BUDGET,
            GIVEN_UP ->
            true;
        case FINISHED,
            MALFORMED,
            TRUNCATED,
            REFUSED,
            CONNECTION,
            REJECTED,
            RESHAPED,
            TOO_LONG,
            GARBLED,
            SENT,
            INTERRUPTED,
            CLOSED ->
            false;
      };
    }

    /** True where the next call may go no better for what came of this one. */
    boolean teachesNothing() {
      return this == BUSY || this == RESHAPED;
    }

    /** True where nothing more can be had of this model in this run. */
    boolean ends() {
      return this == NO_CREDIT || this == QUOTA || this == NO_MODEL || endsAll();
    }

    /** True where nothing more can be had of any model of the service. */
    boolean endsAll() {
      return this == NO_ACCESS || this == WRONG_ADDRESS;
    }

    static Kind of(Fault fault) {
      return switch (fault) {
        case NO_CREDIT -> NO_CREDIT;
        case QUOTA -> QUOTA;
        case NO_ACCESS -> NO_ACCESS;
        case NO_MODEL -> NO_MODEL;
        case WRONG_ADDRESS -> WRONG_ADDRESS;
        case FLAGGED -> REFUSED;
        case TOO_LONG -> TOO_LONG;
        case GARBLED -> GARBLED;
        case BUSY -> BUSY;
        case RATE_LIMITED -> RATE_LIMITED;
        case BROKEN -> SERVER_ERROR;
        case REJECTED -> REJECTED;
      };
    }
  }

  /** True where something else than an answer of the model came. */
  boolean isFault() {
    return switch (kind) {
      case FINISHED, MALFORMED, TRUNCATED, REFUSED, DEADLINE, CONNECTION, INTERRUPTED -> false;
      default -> true;
    };
  }

  /** An attempt without any text. */
  static Attempt without(Kind kind, int status, String detail) {
    return new Attempt(kind, status, null, Usage.NONE, false, Map.of(), null, detail);
  }

  Attempt as(Kind other, String why) {
    return new Attempt(other, status, text, usage, estimated, limits, retryAfter, why);
  }

  Attempt billed(Usage billed, boolean guess) {
    return new Attempt(kind, status, text, billed, guess, limits, retryAfter, detail);
  }

  Attempt after(@Nullable Duration wait) {
    return new Attempt(kind, status, text, usage, estimated, limits, wait, detail);
  }

  Attempt within(Map<RateLimits.Kind, RateLimits.Limit> told) {
    return new Attempt(kind, status, text, usage, estimated, told, retryAfter, detail);
  }
}
