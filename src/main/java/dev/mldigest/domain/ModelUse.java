package dev.mldigest.domain;

/**
 * What asking the model took in a run.
 *
 * @param attempts HTTP calls, failed ones too
 * @param answered of these, usable answers
 */
public record ModelUse(int attempts, int answered, long inputTokens, long outputTokens) {}
