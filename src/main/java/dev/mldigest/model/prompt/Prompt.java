package dev.mldigest.model.prompt;

import java.util.Set;

/**
 * A published prompt.
 *
 * @param id the task
 * @param schema what the answer must be
 * @param limits what an answer must keep to beyond its schema
 * @param inputs names of the values it needs, no more and no fewer than its templates use
 */
public record Prompt(
    String id,
    int version,
    Set<String> inputs,
    Schema schema,
    int maxOutputTokens,
    double temperature,
    Limits limits,
    PromptTemplate system,
    PromptTemplate user) {
  public Prompt {
    inputs = Set.copyOf(inputs);
  }

  /** A prompt without limits. */
  public Prompt(
      String id,
      int version,
      Set<String> inputs,
      Schema schema,
      int maxOutputTokens,
      double temperature,
      PromptTemplate system,
      PromptTemplate user) {
    this(id, version, inputs, schema, maxOutputTokens, temperature, Limits.NONE, system, user);
  }
}
