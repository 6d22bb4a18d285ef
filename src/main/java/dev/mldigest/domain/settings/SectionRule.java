package dev.mldigest.domain.settings;

/**
 * What a section of an issue holds.
 *
 * @param slots most items of the section
 * @param atLeast fewest items, reported as a shortfall when they cannot be found
 */
public record SectionRule(String id, String title, int slots, int atLeast) {}
