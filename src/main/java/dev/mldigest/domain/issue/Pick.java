package dev.mldigest.domain.issue;

import org.jspecify.annotations.Nullable;

/**
 * A story chosen for a section.
 *
 * @param why one sentence: what made it rank
 * @param follows the pick of an earlier issue that it carries on, or null
 */
public record Pick(
    Story story, String section, double score, String why, PastIssues.@Nullable Past follows) {}
