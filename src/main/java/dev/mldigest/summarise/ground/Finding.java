package dev.mldigest.summarise.ground;

/**
 * One reason why a claim is not supported.
 *
 * @param kind {@code quote}, {@code citation}, {@code number}, {@code unit}, {@code name}, {@code
 *     order}, {@code negation}, {@code direction}, {@code replaced}, {@code novelty}, {@code
 *     certainty}, {@code repetition}, {@code absolute}, {@code verbatim}, {@code markup} or {@code
 *     form}
 * @param detail one sentence that names the word at fault
 */
public record Finding(String kind, String claim, String detail) {}
