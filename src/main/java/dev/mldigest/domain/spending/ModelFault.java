package dev.mldigest.domain.spending;

/**
 * What went wrong with attempts to ask a model.
 *
 * @param week for example {@code 2026-W10}; for attempts for no issue, the day
 * @param says one sentence that quotes the provider
 * @param attempts so often
 */
public record ModelFault(String week, String task, String model, String says, int attempts) {}
