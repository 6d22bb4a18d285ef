package dev.mldigest.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Candidate;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Story;
import dev.mldigest.domain.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TasteTest {
  private static final List<String> SUBJECTS = List.of("routers", "gauges", "folds", "grids");

  /** Issues of thirty entries, of which the editor picks those with many points. */
  private static PastIssues past(int issues) {
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= issues; week++) {
      for (int i = 0; i < 30; i++) {
        boolean liked = i % 4 == 0;
        items.add(
            new PastIssues.Past(
                week + "/" + i,
                new Week(2026, week),
                "On " + SUBJECTS.get((i + i / 4 + week) % 4),
                "What we saw of them.",
                null,
                "The s",
                liked,
                List.of("Author " + week + "." + i),
                List.of(),
                new Signals(liked ? 80 + i : i % 3, 0, false)));
      }
    }
    return new PastIssues(items, Set.of());
  }

  private static Story story(String id, String title, int points) {
    Candidate plain = Newsroom.candidate(id, Newsroom.blog("s"), title, "What we saw of them.");
    Entry entry =
        new Entry(
            id,
            plain.entry().sourceId(),
            plain.entry().feedEntry().withSignals(new Signals(points, 0, false)),
            plain.entry().canonical(),
            plain.entry().date(),
            plain.entry().date());
    return new Stories()
        .group(List.of(new Candidate(entry, plain.source(), plain.article())))
        .getFirst();
  }

  private static double[] taste(int issues) {
    return Taste.of(
        List.of(story("a", "On routers", 0), story("b", "On routers", 90)), past(issues));
  }

  @Test
  void the_points_of_a_feed_count_where_the_editor_went_with_them() {
    double[] taste = taste(4);
    assertThat(taste[1]).isGreaterThan(taste[0]);
  }

  @Test
  void too_few_picks_teach_nothing() {
    assertThat(taste(2)).containsOnly(0, 0);
  }
}
