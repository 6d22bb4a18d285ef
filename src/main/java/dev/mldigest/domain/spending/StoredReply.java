package dev.mldigest.domain.spending;

import org.jspecify.annotations.Nullable;

/**
 * An answer that was paid for, with the tokens it took.
 *
 * @param micros what it cost in millionths of the currency's unit; null if no price was known
 */
public record StoredReply(String text, long inputTokens, long outputTokens, @Nullable Long micros) {
  public StoredReply(String text, long inputTokens, long outputTokens) {
    this(text, inputTokens, outputTokens, null);
  }
}
