package dev.mldigest.domain.spending;

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
 * @param inputTokens as the provider counts them; 0 where it billed nothing
 * @param text what the model wrote, or null
 * @param millis how long the attempt took
 * @param week the issue it was made for, for example {@code 2026-W10}; empty if for none
 * @param estimated true where the provider's own count is not known and the tokens are our estimate
 * @param cost of the tokens, or null without prices
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
    long millis,
    String week,
    boolean estimated,
    @Nullable Cost cost) {
  /** The outcome whose text {@link ReplyLedger#find} gives back. */
  public static final String ANSWERED = "answered";

  /** An attempt for no issue in particular, counted by the provider, without a price. */
  public ModelCall(
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
    this(
        key,
        at,
        task,
        itemId,
        model,
        outcome,
        status,
        inputTokens,
        outputTokens,
        text,
        millis,
        "",
        false,
        null);
  }

  /**
   * @param micros millionths of the currency's unit
   * @param asOf the day of the prices
   */
  public record Cost(long micros, String currency, String asOf) {}
}
