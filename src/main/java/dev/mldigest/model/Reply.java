package dev.mldigest.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What became of asking a model. Every {@code reason} is one sentence for a person. */
public sealed interface Reply {

  /**
   * The answer, valid by the prompt's schema, and the tokens of the call that gave it.
   *
   * @param micros what it cost in millionths of the currency's unit; 0 without prices
   * @param model who answered, as the provider knows it
   */
  record Answered(JsonNode value, long inputTokens, long outputTokens, long micros, String model)
      implements Reply {}

  /** The model ran into the output limit. */
  record Truncated(String reason) implements Reply {}

  /** The model or the provider's filter declined. */
  record Refused(String reason) implements Reply {}

  /** It answered, also after one repair, something else than was asked for. */
  record Invalid(String reason) implements Reply {}

  /** The provider asks for more patience than we have. */
  record RateLimited(Duration retryAfter, String reason) implements Reply {}

  /** It cannot be reached, or does not want us, or failed too often. */
  record Unavailable(String reason) implements Reply {}

  /** The call was not made: it might have passed the limit of tokens or money. */
  record OverBudget(String reason) implements Reply {}
}
