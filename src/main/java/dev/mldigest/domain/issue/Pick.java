package dev.mldigest.domain.issue;

/**
 * A story chosen for a section.
 *
 * @param why one sentence: what made it rank
 */
public record Pick(Story story, String section, double score, String why) {}
