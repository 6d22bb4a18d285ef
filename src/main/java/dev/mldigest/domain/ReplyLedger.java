package dev.mldigest.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of what was asked of a model, and the cache of what it answered: a reply
 * that was paid for is found again by its key and never asked for twice.
 */
public interface ReplyLedger {
  /** The first reusable reply under this key. */
  Optional<StoredReply> find(String key);

  /** Appends one attempt the moment its outcome is known; durable when this returns. */
  void append(ModelCall call);

  record StoredReply(String text, long inputTokens, long outputTokens) {}

  /**
   * One HTTP attempt.
   *
   * @param key SHA-256 over prompt version, schema, model, parameters and rendered messages,
   *     hexadecimal
   * @param outcome {@code answered} for a reusable reply, otherwise what went wrong
   * @param status HTTP status, 0 where there was none
   * @param text the reply as received, or null
   */
  record ModelCall(
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
      long millis) {}
}
