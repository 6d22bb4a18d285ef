package dev.mldigest.domain.issue;

import dev.mldigest.domain.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One line of the decision ledger.
 *
 * @param storyId the cluster the entry fell into, or null where it was decided before grouping
 * @param detail one sentence for the editor
 * @param score the story's rank score, higher is better; 0 where it was never scored
 * @param explanation what made the score of a pick or a runner-up, else null
 */
public record Decision(
    String entryId,
    Reason reason,
    String detail,
    @Nullable String storyId,
    double score,
    @Nullable Explanation explanation) {

  /** A decision that no score led to. */
  public Decision(
      String entryId, Reason reason, String detail, @Nullable String storyId, double score) {
    this(entryId, reason, detail, storyId, score, null);
  }
}
