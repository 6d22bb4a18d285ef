package dev.mldigest.select.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotSearchTest {
  private static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static LongStream fewSeeds() {
    return LongStream.range(0, 12);
  }

  /** Each publisher in one section; some items are nearly alike, some have no section. */
  private static SlotProblem random(Random random, int most) {
    int sections = 1 + random.nextInt(3);
    List<SlotProblem.Section> caps = new ArrayList<>();
    for (int s = 0; s < sections; s++) {
      int slots = 1 + random.nextInt(4);
      caps.add(new SlotProblem.Section(slots, random.nextInt(slots + 1)));
    }
    List<SlotProblem.Item> items = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int publisher = random.nextInt(6);
      boolean free = random.nextInt(5) == 0;
      int section = random.nextInt(12) == 0 ? -1 : publisher % sections;
      items.add(
          new SlotProblem.Item(
              random.nextGaussian() * 2,
              section,
              free ? SlotProblem.UNCAPPED : publisher,
              random.nextInt(4) == 0));
    }
    items.sort(Comparator.comparingDouble(item -> -item.score()));
    double[][] likeness = new double[most][most];
    for (int a = 0; a < most; a++) {
      for (int b = 0; b < a; b++) {
        double wild = random.nextDouble();
        likeness[a][b] = wild * wild;
        likeness[b][a] = likeness[a][b];
      }
    }
    int picks = 1 + random.nextInt(6);
    int share = 1 + random.nextInt(2);
    return new SlotProblem(items, caps, picks, share, random.nextInt(2), (a, b) -> likeness[a][b]);
  }

  /** The best of all sets, without any of the search's shortcuts. */
  private static SlotProblem.Worth best(SlotProblem problem) {
    SlotProblem.Worth best = problem.worth(List.of());
    for (int set = 1; set < 1 << problem.items().size(); set++) {
      List<Integer> chosen = new ArrayList<>();
      for (int i = 0; i < problem.items().size(); i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(i);
        }
      }
      if (isLegal(problem, chosen) && problem.worth(chosen).compareTo(best) > 0) {
        best = problem.worth(chosen);
      }
    }
    return best;
  }

  /** The caps as feeds.yaml states them, counted anew. */
  private static boolean isLegal(SlotProblem problem, List<Integer> chosen) {
    List<SlotProblem.Item> items = chosen.stream().map(problem.items()::get).toList();
    if (items.size() > problem.picks() || items.stream().anyMatch(item -> item.section() < 0)) {
      return false;
    }
    for (SlotProblem.Item item : items) {
      long section = items.stream().filter(i -> i.section() == item.section()).count();
      long publisher = items.stream().filter(i -> i.publisher() == item.publisher()).count();
      boolean capped = item.publisher() != SlotProblem.UNCAPPED;
      if (section > problem.sections().get(item.section()).slots()
          || (capped && publisher > problem.perPublisher())) {
        return false;
      }
    }
    for (int a : chosen) {
      for (int b : chosen) {
        if (a != b && problem.likeness().of(a, b) >= SlotProblem.TOO_ALIKE) {
          return false;
        }
      }
    }
    return items.stream().filter(SlotProblem.Item::archived).count() <= problem.fromArchive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void few_candidates_are_chosen_from_as_well_as_by_trying_everything(long seed) {
    Random random = new Random(seed);
    SlotProblem problem = random(random, 1 + random.nextInt(10));
    SlotSearch.Found found = SlotSearch.solve(problem);
    assertThat(found.worth()).as("seed %d", seed).isEqualByComparingTo(best(problem));
    assertThat(found.proven()).isTrue();
    assertThat(isLegal(problem, found.chosen())).isTrue();
    assertThat(Slate.isAllowed(problem, found.chosen())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void many_candidates_break_no_cap_and_are_never_worse_than_greedily_chosen(long seed) {
    SlotProblem problem = random(new Random(seed), 90);
    SlotSearch.Found found = SlotSearch.solve(problem);
    SlotProblem.Worth greedy = problem.worth(SlotSearch.greedy(problem));
    assertThat(isLegal(problem, found.chosen())).as("seed %d", seed).isTrue();
    assertThat(found.worth().compareTo(greedy)).isNotNegative();
    assertThat(found.worth()).isEqualTo(problem.worth(found.chosen()));
    assertThat(SlotSearch.solve(problem)).isEqualTo(found);
  }

  @Test
  void the_search_finds_better_issues_than_greedy_choice() {
    long better =
        seeds()
            .filter(seed -> {
              SlotProblem problem = random(new Random(seed), 10);
              SlotProblem.Worth greedy = problem.worth(SlotSearch.greedy(problem));
              return SlotSearch.solve(problem).worth().compareTo(greedy) > 0;
            })
            .count();
    assertThat(better).isGreaterThan(20);
  }
}
