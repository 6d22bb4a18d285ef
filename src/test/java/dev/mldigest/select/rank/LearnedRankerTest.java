package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mldigest.select.piece.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnedRankerTest {
  private static final LocalDate WEEK = LocalDate.parse("2026-03-01");
  private static final List<String> SUBJECTS =
      List.of("router kernels", "protein folds", "rain gauges", "sparse grids", "city traffic");

  /** A paper of a week that is so many weeks ago; titles say nothing of what is picked. */
  private record Paper(int ago, int number, List<String> authors, int votes, boolean picked) {
    Contender in(FeatureSpace space) {
      LocalDate week = WEEK.minusWeeks(ago);
      String subject = SUBJECTS.get((number * 7 + ago * 3) % SUBJECTS.size());
      Piece piece =
          new Piece(
              ago + "/" + number,
              "On " + subject,
              "We study " + subject + " and report what we saw.",
              null,
              null,
              null,
              null,
              authors,
              List.of("cs.XX"));
      Popularity popularity = votes < 0 ? null : new Popularity(week, votes);
      return new Contender(piece.id(), week, space.read(piece), popularity, picked ? week : null);
    }
  }

  private static Paper paper(int ago, int number, boolean marked, boolean byAuthor) {
    String first = byAuthor && marked ? "Ada Lind" : "Author " + ago + "." + number;
    int votes = byAuthor ? -1 : marked ? 50 + number : number % 4 == 0 ? 1 : -1;
    return new Paper(ago, number, List.of(first, "Bo Ek"), votes, marked && ago > 0);
  }

  /** Weeks of thirty papers, of which the marked are the editor's picks. */
  private static List<Paper> weeks(int weeks, boolean byAuthor, IntPredicate marked) {
    List<Paper> papers = new ArrayList<>();
    for (int ago = weeks; ago >= 0; ago--) {
      for (int number = 0; number < 30; number++) {
        papers.add(paper(ago, number, marked.test((number + ago) % 30), byAuthor));
      }
    }
    return papers;
  }

  private record Result(LearnedRanker ranker, List<LearnedRanker.Scored> scored) {
    Map<String, Double> scores() {
      return scored.stream()
          .collect(Collectors.toMap(item -> item.contender().id(), LearnedRanker.Scored::score));
    }

    List<String> top(int most) {
      return scored.stream()
          .sorted((a, b) -> Double.compare(b.score(), a.score()))
          .limit(most)
          .map(item -> item.contender().id())
          .sorted()
          .toList();
    }
  }

  private static Result rank(List<Paper> papers) {
    FeatureSpace space = new FeatureSpace();
    List<Contender> all = papers.stream().map(paper -> paper.in(space)).toList();
    LearnedRanker ranker = LearnedRanker.learn(space, all, WEEK);
    return new Result(
        ranker, ranker.score(WEEK, all.stream().filter(c -> c.week().equals(WEEK)).toList()));
  }

  @Test
  void an_author_who_was_picked_before_comes_first() {
    Result result = rank(weeks(4, true, number -> number < 2));
    assertThat(result.top(2)).containsExactly("0/0", "0/1");
    assertThat(result.ranker().beliefs().subList(0, 6))
        .extracting(LearnedRanker.Contribution::feature)
        .contains("author ada lind", "record rate picked");
  }

  @Test
  void an_editor_who_picks_what_a_crowd_liked_is_learned_in_four_issues() {
    Result result = rank(weeks(4, false, number -> number < 7));
    assertThat(result.top(7)).containsExactly("0/0", "0/1", "0/2", "0/3", "0/4", "0/5", "0/6");
  }

  @Test
  void what_was_listed_after_the_week_is_not_known_in_it() {
    FeatureSpace space = new FeatureSpace();
    FeatureSpace.Features features = space.read(Piece.of("a", "A title", "A text."));
    assertThat(contender(features, WEEK).popularity()).isNotNull();
    assertThat(contender(features, WEEK.plusDays(1)).popularity()).isNull();
  }

  private static Contender contender(FeatureSpace.Features features, LocalDate listed) {
    return new Contender("a", WEEK, features, new Popularity(listed, 9), null);
  }

  @Test
  void an_issue_of_the_ranked_week_teaches_nothing() {
    assertThat(withIssue("1/9", WEEK)).isEqualTo(withIssue("1/9", null));
    assertThat(withIssue("1/9", WEEK.minusDays(1))).isNotEqualTo(withIssue("1/9", null));
  }

  /** The scores where one paper was picked for the issue of that day. */
  private static List<Double> withIssue(String id, @Nullable LocalDate day) {
    FeatureSpace space = new FeatureSpace();
    List<Contender> all = new ArrayList<>();
    for (Paper paper : weeks(6, true, number -> number < 2)) {
      Contender c = paper.in(space);
      boolean other = !c.id().equals(id);
      all.add(other ? c : new Contender(id, c.week(), c.features(), c.popularity(), day));
    }
    List<Contender> now = all.stream().filter(c -> c.week().equals(WEEK)).toList();
    return LearnedRanker.learn(space, all, WEEK).score(WEEK, now).stream()
        .map(LearnedRanker.Scored::score)
        .toList();
  }

  @Test
  void the_order_in_which_pieces_come_changes_no_digit() {
    List<Paper> papers = weeks(5, false, number -> number < 4);
    List<Paper> shuffled = new ArrayList<>(papers);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(rank(shuffled).scores()).isEqualTo(rank(papers).scores());
    assertThat(rank(papers).scores()).isEqualTo(rank(papers).scores());
  }

  @Test
  void an_explanation_sums_to_the_score_also_when_shortened() {
    Result result = rank(weeks(5, true, number -> number < 3));
    for (LearnedRanker.Scored scored : result.scored()) {
      List<LearnedRanker.Contribution> all = result.ranker().explain(scored);
      assertThat(sum(all)).isCloseTo(scored.score(), within(1e-9));
      List<LearnedRanker.Contribution> few = LearnedRanker.shortened(all, 3);
      assertThat(few).hasSizeLessThanOrEqualTo(4);
      assertThat(sum(few)).isCloseTo(scored.score(), within(1e-9));
    }
  }

  private static double sum(List<LearnedRanker.Contribution> contributions) {
    return contributions.stream().mapToDouble(LearnedRanker.Contribution::weight).sum();
  }

  @Test
  void a_group_of_features_that_is_left_out_moves_nothing() {
    FeatureSpace space = new FeatureSpace();
    List<Contender> all =
        weeks(4, true, number -> number < 2).stream().map(paper -> paper.in(space)).toList();
    Set<FeatureSpace.Kind> words = EnumSet.of(FeatureSpace.Kind.WORD);
    LearnedRanker ranker = LearnedRanker.learn(space, all, WEEK, words);
    assertThat(ranker.beliefs()).isNotEmpty().allMatch(b -> b.feature().startsWith("word "));
  }
}
