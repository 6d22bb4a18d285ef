package dev.mldigest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP attempt to ask a model, successful or not.
 *
 * @param key SHA-256 of everything that shapes the answer, 64 hexadecimal digits
 * @param task the prompt's id, for example {@code summarise-post}
 * @param outcome {@link #ANSWERED}, {@code malformed}, {@code truncated}, {@code refused}, {@code
 *     rate limited}, {@code http 500}, {@code deadline}, {@code connection}, …
 * @param status HTTP status; 0 if no response came
 * @param inputTokens as the provider counts them, estimated where a response does not say; 0
 *     without a response
 * @param text what the model wrote, or null
 * @param millis how long the attempt took
 */
public record ModelCall(
    String key,
    Instant at,
    String task,
    String itemId,
    String model,
    String outcome,
    int status,
    long inputTokens,
    long outputTokens,
    @Nullable String text,
    long millis) {
  /** The outcome whose text {@link ReplyLedger#find} gives back. */
  public static final String ANSWERED = "answered";
}
