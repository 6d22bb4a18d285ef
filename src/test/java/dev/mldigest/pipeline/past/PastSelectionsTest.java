package dev.mldigest.pipeline.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.store.Edits;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a made issue of three picks, one runner-up and one left below teaches and covers. */
class PastSelectionsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final Week WEEK = new Week(2026, 10);
  private static final Week NEXT = new Week(2026, 11);
  private static final String GENERATED =
      "# Digest\n\n## News\n\n"
          + item("p1")
          + item("p2")
          + item("p3")
          + "## Also seen\n\n- [Title"
          + " b1](https://blog.example.org/b1)\n";

  @TempDir Path folder;
  private final Settings settings =
      switch (new SettingsReader()
          .read(
              "feeds.yaml",
              """
              title: A digest
              time-zone: Europe/Berlin
              audience:
                description: Engineers who run machine learning in production.
                wanted: [Speculative decoding under real traffic]
                unwanted: [What is machine learning]
              issue:
                picks: 5
                sections:
                  - { id: news, title: News, slots: 5 }
              sources:
                - { id: blog, title: Blog, kind: blog, section: news, url: https://blog.example.org/feed }
              """,
              Map.of())) {
        case SettingsReading.Valid(Settings valid) -> valid;
        case SettingsReading.Invalid invalid -> throw new AssertionError(invalid);
      };
  private IssueFiles files;
  private Store store;

  private static String item(String id) {
    return "<!-- item:"
        + id
        + " v=00000000 -->\n### [Title "
        + id
        + "](https://blog.example.org/"
        + id
        + ")\n\nWhat "
        + id
        + " says.\n\n";
  }

  @BeforeEach
  void makeAnIssue() throws IOException {
    files = new IssueFiles(folder);
    store = Store.open(files.state());
    Source source = settings.source("blog").orElseThrow();
    Feed feed = new Feed("rss-2.0", "Blog", null, List.of(), List.of(), true);
    store
        .sources()
        .record(
            source,
            new FetchOutcome.Fetched(feed, Validators.NONE, "hash", null, Duration.ZERO),
            SourceState.NEW.toBuilder().bodyHash("hash").nextPoll(NOW).build(),
            Stream.of("p1", "p2", "p3", "b1", "low").map(PastSelectionsTest::entry).toList(),
            NOW);
    store.issues().open(WEEK, new Window(NOW.minus(Duration.ofDays(7)), NOW));
    store
        .ledger()
        .decide(
            WEEK,
            List.of(
                new Decision("p1", Reason.PICKED, "", "p1", 5),
                new Decision("p2", Reason.PICKED, "", "p2", 4),
                new Decision("p3", Reason.PICKED, "", "p3", 3),
                new Decision("b1", Reason.BENCH, "", "b1", 2),
                new Decision("low", Reason.LOW_RANK, "", "low", 1)));
    store
        .issues()
        .finish(
            WEEK,
            new Issues.Filed("{}", GENERATED, GENERATED, "", null, null, Map.of(), null, List.of()),
            Instant.EPOCH);
    store.issues().filesWritten(WEEK);
    write(GENERATED);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_issue_that_nobody_looked_at_teaches_nothing_and_covers_what_stands_in_it() {
    assertThat(past().items()).isEmpty();
    assertThat(covered()).containsOnly("p1", "p2", "p3");
  }

  @Test
  void what_the_editor_took_out_is_an_example_of_the_unwanted_and_covers_nothing()
      throws IOException {
    write(GENERATED.replace(item("p2"), ""));

    assertThat(picked(true)).containsExactlyInAnyOrder("p1", "p3");
    assertThat(picked(false)).containsExactlyInAnyOrder("p2", "b1", "low");
    assertThat(covered()).containsOnly("p1", "p3");
  }

  @Test
  void a_digest_that_was_published_as_it_was_made_was_looked_at() {
    store.edits().published(WEEK, NOW, GENERATED);

    assertThat(picked(true)).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(picked(false)).containsExactlyInAnyOrder("b1", "low");
  }

  @Test
  void a_digest_that_was_opened_for_review_and_left_as_it_was_was_looked_at() {
    store.edits().reviewed(WEEK, NOW);

    assertThat(picked(true)).containsExactlyInAnyOrder("p1", "p2", "p3");
  }

  @Test
  void what_was_published_last_counts_and_not_what_the_file_says_since() throws IOException {
    store.edits().published(WEEK, NOW, GENERATED);
    store.edits().published(WEEK, NOW, GENERATED.replace(item("p2"), "").replace(item("p3"), ""));
    store.edits().published(WEEK, NOW, GENERATED.replace(item("p1"), ""));
    write(GENERATED);

    assertThat(picked(true)).containsExactlyInAnyOrder("p2", "p3");
    assertThat(covered()).containsOnly("p2", "p3");
  }

  @Test
  void a_runner_up_that_the_editor_put_in_is_wanted_with_or_without_its_anchor()
      throws IOException {
    for (String block :
        List.of(item("b1"), "### [Better words](http://www.blog.example.org/b1)\n\nRead it.\n\n")) {
      write(GENERATED.replace("## Also", block + "## Also"));

      assertThat(picked(true)).containsExactlyInAnyOrder("p1", "p2", "p3", "b1");
      assertThat(picked(false)).containsExactly("low");
      assertThat(covered()).contains("b1");
    }
  }

  @Test
  void what_the_editor_added_covers_and_teaches_nothing() throws IOException {
    write(GENERATED.replace("## Also", "- [My find](https://own.example/find)\n\n## Also"));

    assertThat(past().archived())
        .anySatisfy(own -> {
          assertThat(own.canonical()).isEqualTo("https://own.example/find");
          assertThat(own.title()).isEqualTo("My find");
          assertThat(own.week()).isEqualTo(WEEK);
        });
    assertThat(picked(true)).containsExactlyInAnyOrder("p1", "p2", "p3");
  }

  @Test
  void an_emptied_or_missing_digest_rejects_nothing() throws IOException {
    for (String left : List.of("", "# Gone\n")) {
      write(left);

      assertThat(past().items()).isEmpty();
      assertThat(covered()).containsOnly("p1", "p2", "p3");
    }
    Files.delete(files.digest(WEEK));
    assertThat(covered()).containsOnly("p1", "p2", "p3");
  }

  @Test
  void where_most_vanished_at_once_what_is_gone_is_no_verdict_until_it_is_published()
      throws IOException {
    String left = GENERATED.replace(item("p2"), "").replace(item("p3"), "");
    write(left);
    assertThat(picked(true)).containsExactly("p1");
    assertThat(picked(false)).containsExactlyInAnyOrder("b1", "low");
    assertThat(covered()).containsOnly("p1");

    store.edits().published(WEEK, NOW, left);
    assertThat(picked(false)).containsExactlyInAnyOrder("p2", "p3", "b1", "low");
  }

  @Test
  void what_runs_found_deleted_a_few_at_a_time_is_unwanted_though_most_are_gone_in_the_end()
      throws IOException {
    write(GENERATED.replace(item("p2"), "").replace(item("p3"), ""));
    found("deleted", "p2");
    assertThat(picked(false)).containsExactlyInAnyOrder("p2", "p3", "b1", "low");
    found("vanished", "p2");
    assertThat(picked(false)).containsExactlyInAnyOrder("b1", "low");
    found("deleted", "p2", "p3");
    assertThat(picked(false)).containsExactlyInAnyOrder("p2", "p3", "b1", "low");
  }

  @Test
  void a_digest_that_a_full_disk_cut_off_was_looked_at_by_nobody() {
    found("vanished", "p2", "p3");
    assertThat(past().items()).isEmpty();
  }

  @Test
  void a_link_to_the_page_of_a_show_is_no_link_to_its_episodes() throws IOException {
    Source source = settings.source("blog").orElseThrow();
    Entry some = entry("e1");
    FeedEntry itself =
        FeedEntry.titled("Episode one")
            .guid("e1")
            .link("https://show.example/")
            .published(some.date())
            .summary("")
            .build();
    Entry episode = new Entry("e1", "blog", itself, null, some.date(), NOW);
    Feed feed = new Feed("rss-2.0", "Blog", null, List.of(), List.of(), true);
    store
        .sources()
        .record(
            source,
            new FetchOutcome.Fetched(feed, Validators.NONE, "hash", null, Duration.ZERO),
            SourceState.NEW.toBuilder().bodyHash("hash").nextPoll(NOW).build(),
            List.of(episode),
            NOW);
    List<Decision> decided = new ArrayList<>(store.ledger().decisions(WEEK));
    decided.add(new Decision("e1", Reason.BENCH, "", "e1", 2));
    store.ledger().decide(WEEK, decided);
    Article notes =
        new Article(
            "https://show.example/",
            Article.About.titled("Episode one"),
            PageKind.PODCAST,
            new Article.Body("Notes.", "Notes.", 1));
    store.articles().record(episode.page(), new ExtractOutcome.Extracted(notes), NOW);
    write(GENERATED.replace("## Also", "- [The show](https://show.example/)\n\n## Also"));

    assertThat(picked(true)).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(covered()).doesNotContain("e1");
  }

  /** A run found that these were gone. */
  private void found(String kind, String... ids) {
    store
        .issues()
        .finish(
            WEEK,
            new Issues.Filed(
                "{}",
                GENERATED,
                GENERATED,
                "",
                null,
                null,
                Map.of(),
                null,
                Stream.of(ids).map(id -> new Edits.Edited(id, kind, "")).toList()),
            Instant.EPOCH);
    store.issues().filesWritten(WEEK);
  }

  @Test
  void what_the_editor_did_by_hand_is_told_from_what_was_left() throws IOException {
    String edited =
        GENERATED
            .replace(item("p1") + item("p2") + item("p3"), item("p3") + item("p1"))
            .replace("What p1 says.", "What I say of p1.")
            .replace("## Also", item("b1") + "## Also");
    write(edited);

    assertThat(past().items())
        .extracting(PastIssues.Past::entryId, PastIssues.Past::hand)
        .containsExactlyInAnyOrder(
            tuple("p1", PastIssues.Hand.WRITTEN),
            tuple("p2", PastIssues.Hand.DELETED),
            tuple("p3", PastIssues.Hand.RAISED),
            tuple("b1", PastIssues.Hand.ADDED),
            tuple("low", PastIssues.Hand.NONE));
    assertThat(past().items()).extracting(PastIssues.Past::section).containsOnly("news");
    assertThat(past().items()).extracting(PastIssues.Past::placed).containsOnly("news", "");
  }

  private PastIssues past() {
    return PastSelections.before(NEXT, store, files, settings);
  }

  private List<String> picked(boolean picked) {
    return past().items().stream()
        .filter(item -> item.picked() == picked)
        .map(PastIssues.Past::entryId)
        .toList();
  }

  /** Ids of what is not told again. */
  private List<String> covered() {
    PastIssues past = past();
    return Stream.concat(
            past.items().stream().filter(PastIssues.Past::picked), past.archived().stream())
        .map(PastIssues.Past::entryId)
        .distinct()
        .toList();
  }

  private void write(String digest) throws IOException {
    Files.createDirectories(folder.resolve(WEEK.toString()));
    Files.writeString(files.digest(WEEK), digest);
  }

  private static Entry entry(String id) {
    FeedEntry feedEntry =
        FeedEntry.titled("Title " + id)
            .guid("guid-" + id)
            .link("https://blog.example.org/" + id)
            .published(NOW.minus(Duration.ofDays(1)))
            .authors(List.of("Ada"))
            .summary("<p>summary</p>")
            .build();
    return new Entry(
        id,
        "blog",
        feedEntry,
        "https://blog.example.org/" + id,
        NOW.minus(Duration.ofDays(1)),
        NOW);
  }
}
