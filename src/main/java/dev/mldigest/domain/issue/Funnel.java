package dev.mldigest.domain.issue;

import dev.mldigest.domain.Reason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The week in numbers: harvested = the sum of {@code reasons}.
 *
 * @param unique distinct stories among the entries of the window
 * @param ranked stories that were scored
 * @param reasons in the order of {@link Reason}, zero counts left out
 */
public record Funnel(int harvested, int unique, int ranked, int picked, List<Count> reasons) {
  private static final Set<Reason> RANKED =
      EnumSet.of(Reason.PICKED, Reason.REJECTED, Reason.BENCH, Reason.LOW_RANK);

  public Funnel {
    reasons = List.copyOf(reasons);
  }

  /** The week in numbers, by what became of each entry. */
  public static Funnel of(List<Decision> decisions) {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    decisions.forEach(decision -> counts.merge(decision.reason(), 1, Integer::sum));
    int unique =
        (int) decisions.stream().map(Decision::storyId).filter(Objects::nonNull).distinct().count();
    int ranked = RANKED.stream().mapToInt(reason -> counts.getOrDefault(reason, 0)).sum();
    List<Count> reasons =
        counts.entrySet().stream()
            .map(count -> new Count(count.getKey().word(), count.getValue()))
            .toList();
    int picked = counts.getOrDefault(Reason.PICKED, 0); // without what comes from the archive
    return new Funnel(decisions.size(), unique, ranked, picked, reasons);
  }

  /** How many ended for a reason. */
  public record Count(String reason, int entries) {}
}
