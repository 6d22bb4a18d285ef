package dev.mldigest.domain.issue;

/** What became of summarising a story: there is always a summary. */
public sealed interface SummaryOutcome {
  Summary summary();

  /** True if not one sentence could be made. */
  default boolean isEmpty() {
    return summary().sentences().isEmpty();
  }

  /** Written as asked: by the model, or offline because no model is configured. */
  record Summarised(Summary summary) implements SummaryOutcome {}

  /**
   * The offline summary took the place of the model's.
   *
   * @param reason one sentence: what the model did
   */
  record Extractive(Summary summary, String reason) implements SummaryOutcome {}
}
