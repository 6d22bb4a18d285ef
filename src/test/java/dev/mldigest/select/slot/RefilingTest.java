package dev.mldigest.select.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.Newsroom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefilingTest {
  private static final Slots SLOTS =
      new Slots(
          6,
          6,
          0,
          0,
          List.of(new SectionRule("news", "News", 3, 0), new SectionRule("tools", "Tools", 3, 0)));

  /** Issues of a source of news, of which the editor puts what is released under the tools. */
  private static PastIssues past(int issues, boolean moves) {
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= issues; week++) {
      for (String what : List.of("router", "gauge", "loom")) {
        items.add(item(week, "A new " + what + " is released", moves ? "tools" : "news"));
        items.add(item(week, "Makers of the " + what + " go to court", "news"));
      }
    }
    return new PastIssues(items, Set.of());
  }

  private static PastIssues.Past item(int week, String title, String placed) {
    return new PastIssues.Past(
        week + title,
        new Week(2026, week),
        true,
        new PastIssues.Told(title, "", "https://paper.example/" + week, "paper"),
        new PastIssues.Traits(
            List.of(),
            List.of(),
            Signals.NONE,
            1,
            SourceKind.NEWS,
            "news",
            placed,
            PastIssues.Hand.NONE));
  }

  private static String section(PastIssues past, String title) {
    Candidate candidate =
        Newsroom.candidate("a", Newsroom.source("paper", SourceKind.NEWS, "news", 1), title, "T.");
    Story filed = Refiling.of(past, SLOTS).filed(new Story("a", candidate, List.of(candidate)));
    assertThat(filed.members()).first().isEqualTo(filed.primary());
    return filed.primary().source().section();
  }

  @Test
  void what_the_editor_moved_to_another_section_is_filed_there_the_next_time() {
    assertThat(section(past(4, true), "A new grid is released")).isEqualTo("tools");
    assertThat(section(past(4, true), "Makers of the grid go to court")).isEqualTo("news");
  }

  @Test
  void where_little_or_nothing_was_moved_the_section_of_the_source_stays() {
    assertThat(section(past(2, true), "A new grid is released")).isEqualTo("news");
    assertThat(section(past(9, false), "A new grid is released")).isEqualTo("news");
    assertThat(section(PastIssues.NONE, "A new grid is released")).isEqualTo("news");
  }
}
