package dev.mldigest.domain.spending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One HTTP attempt to ask a model, successful or not: what for, when, what came, what it cost. */
public record ModelCall(Asked asked, Instant at, Came came, Bill bill) {
  /** The outcome whose text {@link ReplyLedger#find} gives back. */
  public static final String ANSWERED = "answered";

  /** The outcome of a call of which nothing was heard yet, or ever where the run was killed. */
  public static final String SENT = "sent";

  /**
   * @param key SHA-256 of everything that shapes the answer, 64 hexadecimal digits
   * @param task the prompt's id, for example {@code summarise-post}
   * @param week the issue it was made for, for example {@code 2026-W10}; empty if for none
   */
  public record Asked(String key, String task, String itemId, String model, String week) {}

  /**
   * @param outcome {@link #ANSWERED}, {@code malformed}, {@code truncated}, {@code refused}, {@code
   *     rate limited}, {@code http 500}, {@code deadline}, {@code connection}, …
   * @param status HTTP status; 0 if no response came
   * @param text what the model wrote, or null
   * @param millis how long the attempt took
   * @param detail one sentence for a person on what went wrong; empty for an answer
   * @param remark one sentence on what seems wrong although an answer came; or empty
   */
  public record Came(
      String outcome,
      int status,
      @Nullable String text,
      long millis,
      String detail,
      String remark) {
    public Came(String outcome, int status, @Nullable String text, long millis) {
      this(outcome, status, text, millis, "", "");
    }
  }

  /**
   * @param inputTokens as the provider counts them; 0 where it billed nothing
   * @param estimated true where the provider's own count is not known and the tokens are our
   *     estimate
   * @param cost of the tokens, or null without prices
   */
  public record Bill(long inputTokens, long outputTokens, boolean estimated, @Nullable Cost cost) {}

  /**
   * @param micros millionths of the currency's unit
   * @param asOf the day of the prices
   */
  public record Cost(long micros, String currency, String asOf) {}
}
