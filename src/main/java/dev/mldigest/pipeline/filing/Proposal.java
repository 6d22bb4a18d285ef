package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to be filed.
 *
 * @param issue as it was made, perhaps without its opening
 * @param decisions on the week's entries; null to leave them and the issue's numbers as they are
 * @param told the same issue with an opening that speaks of the items it is given
 */
public record Proposal(
    Issue issue, @Nullable List<Decision> decisions, Function<List<Issue.Section>, Issue> told) {
  /** The same; an opening of the same items, which may cost money, is made once. */
  Proposal toldOnce() {
    Map<List<Issue.Section>, Issue> openings = new HashMap<>();
    return new Proposal(
        issue, decisions, shown -> openings.computeIfAbsent(List.copyOf(shown), told));
  }
}
