package dev.mldigest.assemble.picture;

import java.time.Instant;

/**
 * One source's report of a story.
 *
 * @param linked true for the one that the item leads to
 */
public record Report(String source, Instant date, boolean linked) {}
