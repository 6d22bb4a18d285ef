package dev.mldigest.domain.issue;

import dev.mldigest.domain.Week;

/**
 * A runner-up of an earlier issue that no issue carried.
 *
 * @param week the issue that passed it over
 */
public record Archived(Candidate candidate, Week week) {}
