package dev.mldigest.summarise;

import java.util.Map;

/**
 * A prompt with its values.
 *
 * @param itemId what it is about, for the ledger
 */
record Question(Prompt prompt, Map<String, String> values, String itemId) {
  Question {
    values = Map.copyOf(values);
  }
}
