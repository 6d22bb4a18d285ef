package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.issue.Issue;

/**
 * What the file on disk was edited from.
 *
 * @param base its generated text
 * @param issue of that text
 * @param written the digest as it was last known
 */
record Origin(String base, Issue issue, String written) {}
