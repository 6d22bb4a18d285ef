package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.issue.Issue;

/**
 * What the file on disk was edited from.
 *
 * @param base its generated text
 * @param issue of that text
 * @param written the digest as it was last known
 * @param stood the digest as the last run left it: what went since then in one go may be a slip
 */
record Origin(String base, Issue issue, String written, String stood) {
  Origin(String base, Issue issue, String written) {
    this(base, issue, written, written);
  }
}
