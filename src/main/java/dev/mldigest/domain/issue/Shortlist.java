package dev.mldigest.domain.issue;

import java.util.List;

/**
 * What selection made of a week.
 *
 * @param picks the issue, in reading order
 * @param bench runners-up, best first
 * @param alsoSeen what of the bench readers are shown, in reading order
 * @param shortfalls one sentence for each slot that could not be filled
 * @param decisions exactly one per candidate, in the candidates' order
 */
public record Shortlist(
    List<Pick> picks,
    List<Pick> bench,
    List<Pick> alsoSeen,
    List<String> shortfalls,
    List<Decision> decisions) {
  public Shortlist {
    picks = List.copyOf(picks);
    bench = List.copyOf(bench);
    alsoSeen = List.copyOf(alsoSeen);
    shortfalls = List.copyOf(shortfalls);
    decisions = List.copyOf(decisions);
  }
}
