package dev.mldigest.domain.spending;

import org.jspecify.annotations.Nullable;

/**
 * What asking the model took.
 *
 * @param attempts HTTP calls, failed ones too
 * @param answered of these, usable answers
 * @param inputTokens as the provider counted them, also for answers of no use
 * @param uncounted attempts of which the provider's count is not known: cut at the deadline, broken
 *     off, or without a usage; all others are exact
 * @param uncountedTokens our estimate for these
 * @param costMicros millionths of the currency's unit for all of them; null without prices
 */
public record ModelUse(
    int attempts,
    int answered,
    long inputTokens,
    long outputTokens,
    int uncounted,
    long uncountedTokens,
    @Nullable Long costMicros,
    @Nullable String currency) {}
