package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.Newsroom;
import dev.mldigest.select.Panel;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.piece.SparseVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerankTest {
  private static final long SEED = 20260302;

  private int asked;

  /** Stories s000, s001, … with falling scores, several of them equal. */
  private static List<Ranker.Scored> ranked(int count) {
    List<Ranker.Scored> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "s%03d".formatted(i);
      Candidate candidate = Newsroom.candidate(id, Newsroom.blog(id), "Title " + id, "Text.");
      int step = i / 3;
      double score = 10 - step / 10.0;
      stories.add(
          new Ranker.Scored(
              new Story(id, candidate, List.of(candidate)),
              score,
              "Why.",
              SparseVector.of(Map.of(i, 1.0)),
              false,
              List.of(new Explanation.Part("like the description of the audience", score)),
              Taste.Liking.NONE));
    }
    return stories;
  }

  private static List<String> ids(List<Ranker.Scored> stories) {
    return stories.stream().map(story -> story.story().id()).toList();
  }

  /** Orders by the id with the wanted ones first; gives the numbers of what it was shown. */
  private OrderJudge preferring(Comparator<String> order) {
    return shown -> {
      asked++;
      return IntStream.range(0, shown.size())
          .boxed()
          .sorted(Comparator.comparing(place -> shown.get(place).id(), order))
          .map(place -> place + 1)
          .toList();
    };
  }

  private static OrderJudge naming(String... wanted) {
    return shown ->
        IntStream.range(0, wanted.length)
            .mapToObj(i ->
                IntStream.range(0, shown.size())
                    .filter(place -> shown.get(place).id().equals(wanted[i]))
                    .map(place -> place + 1)
                    .findFirst()
                    .orElse(99))
            .toList();
  }

  @Test
  void nobody_is_asked_by_default() {
    List<Ranker.Scored> ranked = ranked(60);
    assertThat(Panel.empty().inOrder(ranked)).isSameAs(ranked);
    assertThat(Panel.empty().notes()).isEmpty();
  }

  @Test
  void each_window_is_asked_twice_and_the_answer_moves_stories_within_it() {
    Rerank rerank = new Rerank(preferring(Comparator.reverseOrder()), 50, SEED);

    List<String> moved = ids(rerank.applied(ranked(60)));

    assertThat(asked).isEqualTo(4);
    assertThat(moved.subList(0, 3)).containsExactly("s010", "s011", "s012");
    assertThat(moved.subList(25, 50)).allMatch(id -> id.compareTo("s025") >= 0);
    assertThat(moved.subList(50, 60)).isEqualTo(ids(ranked(60)).subList(50, 60));
    assertThat(rerank.notes()).hasSize(2).allMatch(note -> note.contains("is used"));
  }

  @Test
  void the_second_order_shown_is_the_reverse_of_the_first_and_both_are_shuffled() {
    List<List<String>> shown = new ArrayList<>();
    OrderJudge judge =
        pieces -> {
          shown.add(pieces.stream().map(Piece::id).toList());
          return List.of(1);
        };

    new Rerank(judge, 20, SEED).applied(ranked(30));
    new Rerank(judge, 20, SEED).applied(ranked(30));

    assertThat(shown.get(1)).isEqualTo(shown.get(0).reversed());
    assertThat(shown.get(0)).isNotEqualTo(ids(ranked(20))).hasSize(20);
    assertThat(shown.subList(2, 4)).isEqualTo(shown.subList(0, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 25})
  void a_model_that_answers_in_the_order_shown_is_found_out(int stories) {
    OrderJudge biased = shown -> IntStream.rangeClosed(1, shown.size()).boxed().toList();
    List<Ranker.Scored> ranked = ranked(stories);
    Rerank rerank = new Rerank(biased, 100, SEED);

    assertThat(rerank.applied(ranked)).isSameAs(ranked);
    assertThat(rerank.notes().getFirst())
        .contains("not used", "agrees with itself by -1.00", "the order it was shown by 1.00");
  }

  @Test
  void a_model_that_names_only_the_first_few_it_was_shown_is_found_out_too() {
    Rerank rerank = new Rerank(shown -> List.of(1, 2, 3, 4, 5), 25, SEED);

    rerank.applied(ranked(25));

    assertThat(rerank.notes().getFirst()).contains("not used", "by -1.00");
  }

  @Test
  void a_story_talked_into_the_first_place_moves_ten_places_and_no_further() {
    List<Ranker.Scored> ranked = ranked(100);
    Comparator<String> hostile = Comparator.comparing(id -> id.equals("s094") ? "" : id);

    List<Ranker.Scored> moved = new Rerank(preferring(hostile), 100, SEED).applied(ranked);

    assertThat(ids(moved).indexOf("s094")).isEqualTo(84);
    Ranker.Scored story = moved.get(84);
    assertThat(story.score()).isEqualTo(ranked.get(84).score());
    assertThat(story.waterfall().getLast().name())
        .isEqualTo("the model's order: from place 95 to 85");
    assertThat(story.waterfall().stream().mapToDouble(Explanation.Part::value).sum())
        .isCloseTo(story.score(), within(1e-12));
    assertThat(story.parts()).hasSize(1);
    assertThat(story.moveSentence()).contains("from place 95 to 85");
  }

  @Test
  void being_moved_up_speaks_for_nothing() {
    Ranker.Scored story = ranked(1).getFirst();
    Ranker.Scored disliked =
        new Ranker.Scored(
            story.story(),
            -1,
            "Why.",
            story.vector(),
            false,
            List.of(new Explanation.Part("trust in it", -1)),
            Taste.Liking.NONE);
    assertThat(disliked.moved(9, 2, 3).isFavoured()).isFalse();
  }

  @Test
  void whatever_a_model_answers_nothing_is_lost_and_nothing_moves_too_far() {
    for (int run = 0; run < 200; run++) {
      Random random = new Random(run);
      List<Ranker.Scored> ranked = ranked(2 + random.nextInt(110));
      List<String> taste = new ArrayList<>(ids(ranked));
      Collections.shuffle(taste, random);
      OrderJudge judge = preferring(Comparator.comparingInt(taste::indexOf));

      List<Ranker.Scored> moved = new Rerank(judge, 100, run).applied(ranked);

      assertThat(ids(moved)).as("run %d", run).containsExactlyInAnyOrderElementsOf(ids(ranked));
      for (int place = 0; place < moved.size(); place++) {
        int before = ids(ranked).indexOf(ids(moved).get(place));
        assertThat(Math.abs(before - place)).as("run %d", run).isLessThanOrEqualTo(10);
        assertThat(moved.get(place).score()).isEqualTo(ranked.get(place).score());
      }
    }
  }

  @Test
  void unnamed_stories_follow_in_their_order_invented_ones_are_ignored_repeated_count_once() {
    OrderJudge judge = naming("s004", "none", "s004", "s002", "s004");

    assertThat(ids(new Rerank(judge, 6, SEED).applied(ranked(7))))
        .containsExactly("s004", "s002", "s000", "s001", "s003", "s005", "s006");
  }

  @Test
  void without_a_usable_answer_the_ranking_stays_and_the_second_question_is_saved() {
    List<Ranker.Scored> ranked = ranked(30);
    OrderJudge silent =
        shown -> {
          asked++;
          return List.of(0, -3, 99, Integer.MAX_VALUE);
        };
    Rerank rerank = new Rerank(silent, 30, SEED);

    assertThat(rerank.applied(ranked)).isSameAs(ranked);
    assertThat(asked).isEqualTo(2);
    assertThat(rerank.notes())
        .containsExactly(
            "The model gave no order for places 1 to 25.",
            "The model gave no order for places 26 to 30.");
  }

  @Test
  void a_single_story_is_not_asked_about() {
    new Rerank(preferring(Comparator.naturalOrder()), 26, SEED).applied(ranked(26));
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void choosing_again_without_a_story_asks_nothing_and_keeps_the_order() {
    Rerank rerank = new Rerank(preferring(Comparator.reverseOrder()), 10, SEED);
    List<Ranker.Scored> ranked = ranked(30);
    List<String> once = new ArrayList<>(ids(rerank.applied(ranked)));
    once.remove("s005");

    List<Ranker.Scored> fewer =
        ranked.stream().filter(story -> !story.story().id().equals("s005")).toList();

    assertThat(ids(rerank.applied(fewer))).isEqualTo(once);
    assertThat(asked).isEqualTo(2);
    assertThat(rerank.notes()).hasSize(1);
  }

  @Test
  void tau_counts_the_pairs_on_which_both_orders_say_something() {
    assertThat(KendallTau.of(List.of(0, 1, 2), List.of(0, 1, 2), 3)).isEqualTo(1);
    assertThat(KendallTau.of(List.of(0, 1, 2), List.of(2, 1, 0), 3)).isEqualTo(-1);
    assertThat(KendallTau.of(List.of(0, 1, 2), List.of(0, 2, 1), 3))
        .isCloseTo(1 / 3.0, within(1e-9));
    assertThat(KendallTau.of(List.of(0), List.of(1), 3)).isEqualTo(-1);
    assertThat(KendallTau.of(List.of(), List.of(1, 0), 3)).isZero();
  }
}
