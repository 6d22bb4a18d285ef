package dev.mldigest.model;

import dev.mldigest.model.prompt.Prompt;
import java.util.Map;

/**
 * A prompt with its values.
 *
 * @param itemId what it is about, for the ledger
 */
public record Question(Prompt prompt, Map<String, String> values, String itemId) {
  public Question {
    values = Map.copyOf(values);
  }
}
