package dev.mldigest.domain.spending;

/**
 * What all attempts for an issue took, in whichever run.
 *
 * @param tokens in and out, estimates of what is not known included
 * @param micros millionths of the currency's unit
 */
public record ModelSpending(long tokens, long micros) {}
