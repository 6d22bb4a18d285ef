package dev.mldigest.select.slot;

import java.util.ArrayList;
import java.util.List;

/** A part of an issue: what was chosen so far, and what still fits. Immutable. */
final class Slate {
  private final SlotProblem problem;
  private final List<Integer> chosen;
  private final int[] bySection;
  private final int[] byPublisher;
  private final int archived;
  private final double[] repeated;

  /** An empty issue. */
  Slate(SlotProblem problem) {
    this(
        problem,
        List.of(),
        new int[problem.sections().size()],
        new int[1 + problem.items().stream().mapToInt(SlotProblem.Item::publisher).max().orElse(0)],
        0,
        new double[problem.items().size()]);
  }

  private Slate(
      SlotProblem problem,
      List<Integer> chosen,
      int[] bySection,
      int[] byPublisher,
      int archived,
      double[] repeated) {
    this.problem = problem;
    this.chosen = chosen;
    this.bySection = bySection;
    this.byPublisher = byPublisher;
    this.archived = archived;
    this.repeated = repeated;
  }

  /** True if all of them may stand in one issue. */
  static boolean isAllowed(SlotProblem problem, List<Integer> chosen) {
    Slate slate = new Slate(problem);
    for (int item : chosen) {
      if (!slate.fits(item)) {
        return false;
      }
      slate = slate.with(item);
    }
    return true;
  }

  /** In ascending order if they were added so. */
  List<Integer> chosen() {
    return chosen;
  }

  boolean isFull() {
    return chosen.size() >= problem.picks();
  }

  /** True if the item may be added; never for one that is there already. */
  boolean fits(int place) {
    SlotProblem.Item item = problem.items().get(place);
    return !isFull()
        && item.section() >= 0
        && bySection[item.section()] < problem.sections().get(item.section()).slots()
        && (item.publisher() == SlotProblem.UNCAPPED
            || byPublisher[item.publisher()] < problem.perPublisher())
        && (!item.archived() || archived < problem.fromArchive())
        && repeated[place] < SlotProblem.TOO_ALIKE
        && !chosen.contains(place);
  }

  /** What adding the item is worth beside what was chosen so far. */
  double marginal(int place) {
    return problem.gain(place) - SlotProblem.DIVERSITY * repeated[place];
  }

  Slate with(int place) {
    SlotProblem.Item item = problem.items().get(place);
    List<Integer> more = new ArrayList<>(chosen);
    more.add(place);
    int[] sections = bySection.clone();
    sections[item.section()]++;
    int[] publishers = byPublisher.clone();
    if (item.publisher() != SlotProblem.UNCAPPED) {
      publishers[item.publisher()]++;
    }
    double[] likest = repeated.clone();
    for (int other = 0; other < likest.length; other++) {
      likest[other] = Math.max(likest[other], problem.likeness().of(place, other));
    }
    return new Slate(
        problem, more, sections, publishers, archived + (item.archived() ? 1 : 0), likest);
  }

  /**
   * No choice that adds only items from a place on is better than this: the best choice if nothing
   * chosen later repeated anything and the archive had no cap. Caps that lie within one another
   * make a matroid, where taking the best first is optimal (Edmonds 1971).
   */
  SlotProblem.Worth bound(int from) {
    int[] sections = bySection.clone();
    int[] publishers = byPublisher.clone();
    SlotProblem.Worth now = problem.worth(chosen);
    double value = now.value();
    int kept = now.kept();
    int size = chosen.size();
    List<Integer> open = open(from);
    boolean[] taken = new boolean[problem.items().size()];
    for (boolean promised : new boolean[] {true, false}) {
      for (int place : open) {
        SlotProblem.Item item = problem.items().get(place);
        SlotProblem.Section section = problem.sections().get(item.section());
        int most = promised ? Math.min(section.atLeast(), section.slots()) : section.slots();
        boolean capped =
            item.publisher() != SlotProblem.UNCAPPED
                && publishers[item.publisher()] >= problem.perPublisher();
        if (taken[place] || capped || size >= problem.picks() || sections[item.section()] >= most) {
          continue;
        }
        taken[place] = true;
        sections[item.section()]++;
        if (item.publisher() != SlotProblem.UNCAPPED) {
          publishers[item.publisher()]++;
        }
        size++;
        kept += promised ? 1 : 0;
        value += marginal(place);
      }
    }
    return new SlotProblem.Worth(kept, value);
  }

  /** What could be added from a place on, most valuable first. */
  private List<Integer> open(int from) {
    List<Integer> open = new ArrayList<>();
    for (int place = from; place < problem.items().size(); place++) {
      if (fits(place)) {
        open.add(place);
      }
    }
    open.sort((a, b) -> Double.compare(marginal(b), marginal(a)));
    return open;
  }
}
