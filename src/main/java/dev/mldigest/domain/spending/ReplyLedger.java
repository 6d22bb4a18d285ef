package dev.mldigest.domain.spending;

import java.time.Instant;
import java.util.Optional;

/**
 * Every attempt to ask a language model, in the order they arrived, and the answers that need not
 * be paid for again. Safe for use by several threads.
 */
public interface ReplyLedger {
  /**
   * The latest call of that key whose outcome is {@link ModelCall#ANSWERED}, if there is one; a row
   * that was damaged is none.
   */
  Optional<StoredReply> find(String key);

  /**
   * The outcome that settled a question although no answer came of it: an answer cut off or
   * refused, or malformed twice (the repair too). It was paid for; asking the same again would pay
   * for the same again.
   */
  Optional<String> settled(String key);

  /** What was spent on the issue of that week so far. */
  ModelSpending spent(String week);

  /**
   * Keeps the call durably before it returns.
   *
   * @return one sentence on why it could not be kept; empty if it was
   */
  Optional<String> append(ModelCall call);

  /** Notes that an answer was used again instead of being paid for again. */
  void reused(String key, String week, Instant at);
}
