package dev.mldigest.summarise;

import java.util.Set;

/**
 * A published prompt.
 *
 * @param id the task
 * @param schema what the answer must be
 * @param inputs names of the values it needs, no more and no fewer than its templates use
 */
record Prompt(
    String id,
    int version,
    Set<String> inputs,
    Schema schema,
    int maxOutputTokens,
    double temperature,
    Template system,
    Template user) {
  Prompt {
    inputs = Set.copyOf(inputs);
  }
}
