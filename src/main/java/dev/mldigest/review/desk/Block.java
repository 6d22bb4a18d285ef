package dev.mldigest.review.desk;

import org.jspecify.annotations.Nullable;

/**
 * A block that is put into the issue.
 *
 * @param id of the entry, which its anchor says; null for a block of the editor's own words
 * @param text with its anchor, as digest.md has it
 * @param json the item as issue.json has it, with its evidence; null for the editor's own words
 */
public record Block(@Nullable String id, String text, @Nullable String json) {}
