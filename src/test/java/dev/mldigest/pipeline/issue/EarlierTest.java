package dev.mldigest.pipeline.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierTest {
  private static final Week WEEK = new Week(2026, 8);
  private static final Window WINDOW =
      new Window(Instant.parse("2026-02-16T06:00:00Z"), Instant.parse("2026-02-23T06:00:00Z"));
  private static final Instant NOW = Instant.parse("2026-02-27T12:00:00Z");
  private static final String TEXT = "Plum reads and writes Welsh. ".repeat(12);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("state"));
    store.issues().open(WEEK, WINDOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void another_number_behind_the_same_name_is_what_changed() {
    FollowUp followUp = follow("Arden releases Plum 3.1", "Arden releases Plum 3.0", TEXT, "");
    assertThat(followUp.then()).isEqualTo("Plum 3.0");
    assertThat(followUp.now()).isEqualTo("Plum 3.1");
    assertThat(followUp.issue()).isEqualTo(WINDOW);
    assertThat(followUp.earlier().title()).isEqualTo("Arden releases Plum 3.0");
  }

  @Test
  void a_number_behind_a_small_word_is_no_version() {
    FollowUp followUp = follow("Plum answers in 2 ways", "Plum answers in 3 ways", TEXT, "");
    assertThat(followUp.now()).isEmpty();
  }

  @Test
  void names_of_the_summary_that_were_told_nowhere_before_are_new() {
    String summary =
        "Plum now runs on LangWeave and, as before, on Welsh7. It has 41% of SWE-bench, see Plum.";
    FollowUp followUp = follow("Plum in use", "Plum", TEXT + "It runs on welsh7.", summary);
    assertThat(followUp.fresh()).containsExactly("LangWeave");
  }

  @Test
  void nothing_is_called_new_where_the_earlier_text_is_not_known() {
    FollowUp followUp = follow("Plum in use", "Plum", "", "It runs on LangWeave.");
    assertThat(followUp.fresh()).isEmpty();
    assertThat(followUp.earlier().source()).as("who told it").isEmpty();
  }

  @Test
  void a_pick_that_carries_on_nothing_or_an_unknown_issue_says_nothing() {
    assertThat(new Earlier(store.issues()).of(pick("Plum", null), summary(""))).isNull();
    Pick other = pick("Plum", past(new Week(2020, 8), "Plum", TEXT));
    assertThat(new Earlier(store.issues()).of(other, summary(""))).isNull();
  }

  private FollowUp follow(String title, String before, String text, String summary) {
    FollowUp followUp =
        new Earlier(store.issues()).of(pick(title, past(WEEK, before, text)), summary(summary));
    return java.util.Objects.requireNonNull(followUp);
  }

  private static PastIssues.Past past(Week week, String title, String text) {
    return new PastIssues.Past(
        "old",
        week,
        true,
        new PastIssues.Told(title, text, "https://arden.example/old", "arXiv"),
        PastIssues.Traits.NONE);
  }

  private static Pick pick(String title, PastIssues.@Nullable Past follows) {
    Source source =
        new Source(
            "s",
            "Arden",
            SourceKind.BLOG,
            URI.create("https://arden.example/feed"),
            "news",
            1,
            List.of(),
            null);
    Entry entry = new Entry("a", "s", FeedEntry.titled(title).build(), null, NOW, NOW);
    Candidate candidate = new Candidate(entry, source, null);
    return new Pick(new Story("a", candidate, List.of(candidate)), "news", 1, "Why.", follows);
  }

  private static Summary summary(String text) {
    return new Summary(List.of(new SummarySentence(text, List.of())), "", Summary.OFFLINE);
  }
}
