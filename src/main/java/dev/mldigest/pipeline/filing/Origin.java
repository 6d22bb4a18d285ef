package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the file on disk was edited from.
 *
 * @param base its generated text
 * @param issue of that text
 * @param written the digest as it was last known
 * @param stood the digest as the last run left it: what went since then in one go may be a slip
 * @param taken blocks that the editor put in, whose items the issue holds besides
 */
record Origin(String base, Issue issue, String written, String stood, String taken) {
  Origin(String base, Issue issue, String written) {
    this(base, issue, written, written, "");
  }

  /** The same with the items that the editor put in. */
  Origin with(List<Taken> items) {
    String blocks = items.stream().map(Taken::text).collect(Collectors.joining());
    return new Origin(base, Taken.into(issue, items), written, stood, blocks);
  }
}
