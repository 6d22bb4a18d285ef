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

  /** What was spent on the issue of that week so far. */
  ModelSpending spent(String week);

  /** Whether the beginning of a call could be put down. */
  sealed interface Begun {
    /** Under that number. */
    record Kept(long number) implements Begun {}

    /** One sentence on why not. */
    record Lost(String why) implements Begun {}
  }

  /**
   * Puts down durably, before it returns and before the call is sent, what it may take at most: so
   * that a run that is killed leaves no call behind that nobody counted.
   */
  Begun begin(ModelCall call);

  /**
   * Keeps durably, before it returns, what came of a call.
   *
   * @return one sentence on why it could not be kept; empty if it was
   */
  Optional<String> finish(long number, ModelCall call);

  /** Notes whether anything of an answer came to use; until then it is taken to have. */
  void used(String key, boolean used);

  /** Notes that an answer was used again instead of being paid for again. */
  void reused(String key, String week, Instant at);
}
