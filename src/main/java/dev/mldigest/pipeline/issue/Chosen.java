package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Ledger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an issue is to hold, and what became of everything that was harvested for it.
 *
 * @param summaries of the picks, by story id
 * @param decisions on what was harvested
 * @param archived on what the editor's own archive holds
 */
record Chosen(
    Shortlist shortlist,
    Map<String, SummaryOutcome> summaries,
    List<Decision> decisions,
    List<Decision> archived) {

  /** How many entries ended for one of these reasons. */
  int count(Reason... reasons) {
    List<Reason> counted = List.of(reasons);
    return (int) decisions.stream().filter(decision -> counted.contains(decision.reason())).count();
  }

  /** Why picks are summarised offline although a model is configured; one reason for each. */
  List<String> extractive() {
    return summaries.values().stream()
        .flatMap(outcome ->
            outcome instanceof SummaryOutcome.Extractive(var summary, String reason)
                ? Stream.of(reason)
                : Stream.empty())
        .toList();
  }

  /**
   * All decisions. The ledger is exact or there is no issue: the database recounts what selection
   * decided.
   */
  List<Decision> exactly(Issues.Stored open, Ledger ledger) {
    List<Decision> all = Stream.of(decisions, archived).flatMap(List::stream).toList();
    int harvested = ledger.countConsidered(open.week(), open.window().to());
    long decided = all.stream().map(Decision::entryId).distinct().count();
    if (harvested != decided) {
      throw new IllegalStateException(
          "the ledger of %s has %d decisions on %d entries"
              .formatted(open.week(), decided, harvested));
    }
    return all;
  }
}
