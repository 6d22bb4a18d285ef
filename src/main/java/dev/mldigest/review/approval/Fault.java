package dev.mldigest.review.approval;

/**
 * Why a digest must not leave as it is.
 *
 * @param line of digest.md, from 1; 0 where it is about no line
 * @param sentence what, where, and what to do
 */
public record Fault(int line, String sentence) {}
