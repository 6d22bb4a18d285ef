package dev.mldigest.summarise;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP attempt, classified.
 *
 * @param status 0 without a response
 * @param text what the model wrote, or null
 * @param retryAfter what the provider asked for, or null
 * @param detail one sentence for a person, empty for an answer
 */
record Attempt(
    Kind kind,
    int status,
    @Nullable String text,
    long inputTokens,
    long outputTokens,
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
    /** The key, the address or the model's name is wrong: nothing more can be had in this run. */
    FORBIDDEN("forbidden"),
    INTERRUPTED("interrupted"),
    /** Not sent: it might have passed the token limit. */
    OVER_BUDGET("over budget"),
    /** Not sent: this run has given the provider up. */
    GIVEN_UP("given up");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** An attempt without any text. */
  static Attempt without(Kind kind, int status, String detail) {
    return new Attempt(kind, status, null, 0, 0, null, detail);
  }

  Attempt as(Kind other, String why) {
    return new Attempt(other, status, text, inputTokens, outputTokens, retryAfter, why);
  }

  long tokens() {
    return inputTokens + outputTokens;
  }
}
