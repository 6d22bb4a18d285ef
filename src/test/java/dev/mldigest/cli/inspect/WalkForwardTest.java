package dev.mldigest.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.LearnedRanker;
import dev.mldigest.select.rank.Popularity;
import dev.mldigest.select.rank.Ranker;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkForwardTest {
  private static final LocalDate WEEK = LocalDate.parse("2026-03-01");
  private static final Ranker FIRST =
      new Ranker(new Settings.Audience("", List.of(), List.of()), Embeddings.NONE);

  /** Ten weeks of papers; those about routers are the ones the editor picks. */
  private static WalkForward walk(Map<String, LocalDate> issues, Map<String, Popularity> votes) {
    WalkForward walk = new WalkForward(issues, votes, FIRST);
    for (int w = 10; w >= 0; w--) {
      for (int i = 0; i < 20; i++) {
        String subject = i % 5 == 0 ? "sparse routers for experts" : "protein folding case " + i;
        walk.add(WEEK.minusWeeks(w), Piece.of(w + "/" + i, "On " + subject, "About " + subject));
      }
    }
    return walk;
  }

  private static Map<String, LocalDate> routerPicks(int issueDelayWeeks) {
    Map<String, LocalDate> issues = new HashMap<>();
    for (int w = 1; w <= 10; w++) {
      for (int i = 0; i < 20; i += 5) {
        issues.put(w + "/" + i, WEEK.minusWeeks(w).plusWeeks(issueDelayWeeks));
      }
    }
    return issues;
  }

  private static List<String> top(WalkForward walk) {
    return walk.rank(WEEK, null).ranked().stream()
        .limit(4)
        .map(item -> item.contender().id())
        .sorted()
        .toList();
  }

  @Test
  void what_was_picked_before_comes_first() {
    WalkForward walk = walk(routerPicks(0), Map.of());
    assertThat(top(walk)).containsExactly("0/0", "0/10", "0/15", "0/5");
    assertThat(walk.rank(WEEK, null).ranked()).hasSize(20);
  }

  @Test
  void picks_of_this_week_or_later_teach_nothing() {
    Map<String, LocalDate> issues = routerPicks(10);
    WalkForward.Ranking ranking = walk(issues, Map.of()).rank(WEEK, null);
    assertThat(ranking.model()).isEqualTo(WalkForward.FIRST);
    issues.put("0/3", WEEK);
    assertThat(
            walk(issues, Map.of()).rank(WEEK, null).ranked().stream().map(r -> r.contender().id()))
        .isEqualTo(ranking.ranked().stream().map(r -> r.contender().id()).toList());
  }

  @Test
  void popularity_counts_from_the_day_it_was_listed() {
    Map<String, Popularity> early = Map.of("0/7", new Popularity(WEEK, 90));
    Map<String, Popularity> late = Map.of("0/7", new Popularity(WEEK.plusDays(1), 90));
    assertThat(walk(Map.of(), early).rank(WEEK, null).ranked().getFirst().contender().id())
        .isEqualTo("0/7");
    assertThat(walk(Map.of(), late).rank(WEEK, null).ranked().getFirst().contender().id())
        .isNotEqualTo("0/7");
  }

  @Test
  void the_same_state_gives_the_same_scores() {
    List<Double> once = scores(walk(routerPicks(0), Map.of()));
    assertThat(scores(walk(routerPicks(0), Map.of()))).isEqualTo(once);
  }

  private static List<Double> scores(WalkForward walk) {
    return walk.rank(WEEK, 6).ranked().stream().map(LearnedRanker.Scored::score).toList();
  }

  @Test
  void an_explanation_names_the_words_that_moved_the_score() {
    WalkForward.Ranking ranking = walk(routerPicks(0), Map.of()).rank(WEEK, null);
    assertThat(ranking.explain(ranking.ranked().getFirst()))
        .anyMatch(reason -> reason.feature().contains("router") && reason.weight() > 0);
  }
}
