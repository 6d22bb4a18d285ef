package dev.mldigest.domain;

/**
 * A runner-up of an earlier issue that no issue carried.
 *
 * @param week the issue that passed it over
 */
public record Archived(Candidate candidate, Week week) {}
