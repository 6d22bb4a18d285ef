package dev.mldigest.domain.spending;

/**
 * What one task took of one model for the issue of one week.
 *
 * @param week for example {@code 2026-W10}; for attempts for no issue, the day
 * @param questions distinct questions; several attempts may be needed for one
 * @param reused answers that were found instead of being paid for again
 * @param savedMicros what those would have cost, as far as known
 */
public record ModelCosts(
    String week,
    String task,
    String model,
    int questions,
    ModelUse use,
    int reused,
    long savedTokens,
    long savedMicros) {}
