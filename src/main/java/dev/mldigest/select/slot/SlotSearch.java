package dev.mldigest.select.slot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Solves a {@link SlotProblem}: greedily, then by exchanging single items as long as that helps,
 * then by branch and bound. Each stage starts from what the one before found and replaces it only
 * by something better, so the result is never worse than the greedy one; with few items, or where
 * the search ends in time, it is the best there is. The steps are counted, not timed: the same
 * problem gives the same answer on every machine.
 */
final class SlotSearch {
  /** Slates looked at before the best so far is taken: some tenths of a second. */
  private static final int MOST_STEPS = 8_000;

  /** Rounds of exchanges; each makes the issue better, and few are needed. */
  private static final int MOST_EXCHANGES = 60;

  /**
   * @param chosen places of items, in ascending order
   * @param proven true if no choice is better
   */
  record Found(List<Integer> chosen, SlotProblem.Worth worth, boolean proven) {}

  private final SlotProblem problem;
  private List<Integer> best;
  private SlotProblem.Worth worth;
  private int steps;

  private SlotSearch(SlotProblem problem) {
    this.problem = problem;
    this.best = greedy(problem);
    this.worth = problem.worth(best);
  }

  static Found solve(SlotProblem problem) {
    SlotSearch search = new SlotSearch(problem);
    search.exchange();
    search.branch(0, new Slate(problem));
    return new Found(search.best, search.worth, search.steps < MOST_STEPS);
  }

  /** First what each section was promised, then the best of the rest. */
  static List<Integer> greedy(SlotProblem problem) {
    Slate slate = new Slate(problem);
    for (int s = 0; s < problem.sections().size(); s++) {
      int section = s;
      int promised = problem.sections().get(s).atLeast();
      slate = filled(problem, slate, promised, p -> problem.items().get(p).section() == section);
    }
    slate = filled(problem, slate, problem.picks(), place -> true);
    List<Integer> chosen = new ArrayList<>(slate.chosen());
    Collections.sort(chosen);
    return List.copyOf(chosen);
  }

  private static Slate filled(SlotProblem problem, Slate start, int most, IntPredicate isWanted) {
    Slate slate = start;
    for (int n = 0; n < most; n++) {
      int likest = -1;
      for (int place = 0; place < problem.items().size(); place++) {
        if (isWanted.test(place)
            && slate.fits(place)
            && (likest < 0 || slate.marginal(place) > slate.marginal(likest))) {
          likest = place;
        }
      }
      if (likest < 0) {
        return slate;
      }
      slate = slate.with(likest);
    }
    return slate;
  }

  /** Puts one item in, for another or for nothing, as long as some such step helps. */
  private void exchange() {
    for (int round = 0; round < MOST_EXCHANGES; round++) {
      List<Integer> before = best;
      for (int in = 0; in < problem.items().size(); in++) {
        if (problem.items().get(in).section() >= 0 && !before.contains(in)) {
          keepIfBetter(with(before, in));
          for (Integer out : before) {
            keepIfBetter(with(before.stream().filter(place -> !place.equals(out)).toList(), in));
          }
        }
      }
      if (best.equals(before)) {
        return;
      }
    }
  }

  private static List<Integer> with(List<Integer> chosen, int item) {
    List<Integer> more = new ArrayList<>(chosen);
    more.add(item);
    Collections.sort(more);
    return more;
  }

  private void keepIfBetter(List<Integer> chosen) {
    SlotProblem.Worth found = problem.worth(chosen);
    if (found.compareTo(worth) > 0 && Slate.isAllowed(problem, chosen)) {
      best = List.copyOf(chosen);
      worth = found;
    }
  }

  /** Tries everything that adds items from a place on, but for what cannot become better. */
  private void branch(int from, Slate slate) {
    SlotProblem.Worth now = problem.worth(slate.chosen());
    if (now.compareTo(worth) > 0) {
      best = List.copyOf(slate.chosen());
      worth = now;
    }
    for (int place = from; place < problem.items().size() && !slate.isFull(); place++) {
      if (slate.fits(place)) {
        steps++;
        if (steps >= MOST_STEPS || slate.bound(place).compareTo(worth) <= 0) {
          return;
        }
        branch(place + 1, slate.with(place));
      }
    }
  }
}
