package dev.mldigest.summarise;

import dev.mldigest.domain.issue.SummaryOutcome;
import java.util.List;

/**
 * How a summary came to be.
 *
 * @param turns what a model was asked, in that order; none where it was not asked
 */
public record Account(SummaryOutcome outcome, List<Turn> turns) {
  public Account {
    turns = List.copyOf(turns);
  }
}
