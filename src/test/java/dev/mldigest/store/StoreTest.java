package dev.mldigest.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.store.database.StateException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final Window WINDOW = new Window(NOW.minus(Duration.ofDays(7)), NOW);
  private static final Week WEEK = new Week(2026, 10);
  private static final Source SOURCE =
      new Source(
          "blog",
          "Blog",
          SourceKind.BLOG,
          URI.create("https://blog.example.org/feed"),
          "ideas",
          1,
          List.of(),
          null);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder);
  }

  /** Two branches may each bring the next number; the one that is not in the list never runs. */
  @Test
  void every_migration_has_a_number_of_its_own_and_is_applied() throws Exception {
    List<String> names;
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/migrations"))) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    for (int i = 0; i < names.size(); i++) {
      assertThat(names.get(i)).startsWith("V%03d__".formatted(i + 1));
    }
    try (Connection state =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("digest.db"));
        ResultSet version = state.createStatement().executeQuery("pragma user_version")) {
      assertThat(version.getInt(1)).isEqualTo(names.size());
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void validators_are_kept_byte_for_byte() {
    Validators validators = new Validators("W/\"a b\"", "Tuesday, 3. März, around noon");
    store.sources().record(SOURCE, fetched(), state(validators), List.of(entry("1")), NOW);

    assertThat(store.sources().state(SOURCE).validators()).isEqualTo(validators);
  }

  @Test
  void a_source_whose_address_changed_starts_anew() {
    store.sources().record(SOURCE, fetched(), state(new Validators("e", null)), List.of(), NOW);
    Source moved =
        new Source(
            "blog",
            "Blog",
            SourceKind.BLOG,
            URI.create("https://new.example.org/feed"),
            "ideas",
            1,
            List.of(),
            null);

    assertThat(store.sources().state(moved)).isEqualTo(SourceState.NEW);
  }

  @Test
  void an_entry_seen_twice_is_stored_once_and_keeps_its_first_form() {
    assertThat(record(entry("1"), entry("2"))).isEqualTo(2);
    assertThat(record(entry("2"), entry("3"))).isEqualTo(1);

    assertThat(store.ledger().considered(WEEK, NOW)).hasSize(3);
  }

  @Test
  void entries_dated_after_the_cut_off_wait_for_the_next_issue() {
    record(entry("1"));

    assertThat(store.ledger().considered(WEEK, NOW.minus(Duration.ofDays(2)))).isEmpty();
  }

  @Test
  void an_entry_that_one_issue_decided_is_not_considered_by_the_next() {
    record(entry("1"), entry("2"));
    store.issues().open(WEEK, WINDOW);
    store.ledger().decide(WEEK, List.of(decision("1")));

    assertThat(store.ledger().considered(new Week(2026, 11), NOW))
        .as("an issue that was never finished keeps nothing")
        .hasSize(2);
    store
        .issues()
        .finish(
            WEEK,
            new Issues.Filed(
                "{}", "generated", "written", "", null, null, Map.of(), null, List.of()),
            Instant.EPOCH);
    assertThat(store.ledger().considered(new Week(2026, 11), NOW))
        .extracting(c -> c.entry().id())
        .containsExactly("2");
    assertThat(store.ledger().countConsidered(WEEK, NOW)).isEqualTo(2);
    assertThat(store.ledger().decisions(WEEK))
        .extracting(Decision::reason)
        .containsExactly(Reason.LOW_RANK);
  }

  @Test
  void a_page_is_read_once_but_tried_again_after_an_hour_if_it_could_not_be_had() {
    record(entry("1"));
    assertThat(store.articles().toRead(WINDOW, NOW)).hasSize(1);

    store.articles().record(entry("1").page(), new ExtractOutcome.Missing("timeout"), NOW);
    assertThat(store.articles().toRead(WINDOW, NOW)).isEmpty();
    assertThat(store.articles().toRead(WINDOW, NOW.plus(Duration.ofHours(2)))).hasSize(1);

    store.articles().record(entry("1").page(), extracted("first"), NOW);
    store.articles().record(entry("1").page(), extracted("second"), NOW);
    assertThat(store.articles().toRead(WINDOW, NOW.plus(Duration.ofHours(2)))).isEmpty();
    assertThat(store.ledger().considered(WEEK, NOW).getFirst().article())
        .isEqualTo(((ExtractOutcome.Extracted) extracted("first")).article());
  }

  @Test
  void an_issue_keeps_its_window_when_it_is_opened_again() {
    store.issues().open(WEEK, WINDOW);
    var again = store.issues().open(WEEK, new Window(NOW, NOW.plusSeconds(9)));

    assertThat(again.window()).isEqualTo(WINDOW);
    assertThat(again.made()).isFalse();
    store
        .issues()
        .finish(
            WEEK,
            new Issues.Filed(
                "{}", "generated", "written", "", null, null, Map.of(), null, List.of()),
            Instant.EPOCH);
    assertThat(store.issues().lastCutOff(new Week(2026, 11))).contains(NOW);
    assertThat(store.issues().lastCutOff(WEEK)).isEmpty();
  }

  @Test
  void a_reply_that_was_paid_for_is_found_after_a_restart_and_a_failed_one_is_not() {
    append(call("k1", "answered", "text"));
    append(call("k2", "invalid", "half a te"));
    store.close();
    store = Store.open(folder);

    assertThat(store.replies().find("k1").orElseThrow().text()).isEqualTo("text");
    assertThat(store.replies().find("k2")).isEmpty();
  }

  @Test
  void a_full_disk_is_a_sentence_and_what_was_stored_stays() {
    record(entry("1"));
    store.limitTo(20);

    assertThatThrownBy(
            () -> {
              for (int i = 2; i < 2_000; i++) {
                record(entry("x".repeat(500) + i));
              }
            })
        .isInstanceOf(StateException.class)
        .hasMessageContaining("The disk is full");
    assertThat(store.ledger().considered(WEEK, NOW)).isNotEmpty();
  }

  @Test
  void a_damaged_state_file_is_named_and_left_as_it_is() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    byte[] garbage =
        "this is no database, but it may be the only copy of something".getBytes(UTF_8);
    Files.write(other.resolve("digest.db"), garbage);

    assertThatThrownBy(() -> Store.open(other))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("digest.db is damaged")
        .hasMessageContaining("left as it is");
    assertThat(Files.readAllBytes(other.resolve("digest.db"))).isEqualTo(garbage);
  }

  @Test
  void a_state_file_from_a_newer_version_is_refused() throws Exception {
    store.close();
    int version;
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("digest.db"));
        var statement = connection.createStatement();
        var result = statement.executeQuery("pragma user_version")) {
      version = result.getInt(1);
      statement.execute("pragma user_version = 99");
    }

    assertThatThrownBy(() -> Store.open(folder)).hasMessageContaining("newer version");
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("digest.db"));
        var statement = connection.createStatement()) {
      statement.execute("pragma user_version = " + version);
    }
    store = Store.open(folder);
  }

  @Test
  void a_state_folder_that_cannot_be_made_is_a_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Store.open(file.resolve("state")))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("cannot be created");
  }

  private int record(Entry... entries) {
    return store.sources().record(SOURCE, fetched(), state(Validators.NONE), List.of(entries), NOW);
  }

  private static FetchOutcome fetched() {
    Feed feed = new Feed("rss-2.0", "Blog", null, List.of(), List.of(), true);
    return new FetchOutcome.Fetched(feed, Validators.NONE, "hash", null, Duration.ZERO);
  }

  private static SourceState state(Validators validators) {
    return SourceState.NEW.toBuilder()
        .validators(validators)
        .bodyHash("hash")
        .nextPoll(NOW)
        .build();
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

  private static ExtractOutcome extracted(String text) {
    return new ExtractOutcome.Extracted(
        new Article(
            "u",
            new Article.About(
                "t",
                null,
                null,
                null,
                null,
                null,
                new LeadImage("https://blog.example.org/a.png", "A kernel")),
            PageKind.POST,
            new Article.Body(text, text, 1)));
  }

  private static Decision decision(String entry) {
    return new Decision(entry, Reason.LOW_RANK, "rank 9 of 9", entry, 0.1);
  }

  private java.util.Optional<String> append(ModelCall call) {
    return switch (store.replies().begin(call)) {
      case ReplyLedger.Begun.Kept(long number) -> store.replies().finish(number, call);
      case ReplyLedger.Begun.Lost(String why) -> java.util.Optional.of(why);
    };
  }

  private static ModelCall call(String key, String outcome, String text) {
    return new ModelCall(
        new ModelCall.Asked(key, "summarise-post", "1", "m", ""),
        NOW,
        new ModelCall.Came(outcome, 200, text, 12),
        new ModelCall.Bill(10, 5, false, null));
  }

  @Test
  void an_answer_in_which_a_bit_flipped_is_no_answer() throws Exception {
    append(call("key-1", "answered"));
    assertThat(store.replies().find("key-1")).isPresent();
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("digest.db"));
        var statement = connection.createStatement()) {
      statement.execute("update model_call set reply = replace(reply, '3', '7')");
    }
    assertThat(store.replies().find("key-1")).isEmpty();
  }

  @Test
  void an_answer_that_finds_the_disk_full_is_a_sentence_and_no_crash() {
    store.limitTo(0);
    java.util.Optional<String> why = java.util.Optional.empty();
    for (int i = 0; i < 500 && why.isEmpty(); i++) {
      why = append(call("key-" + i, "answered"));
    }
    assertThat(why.orElse("")).contains("disk is full");
  }

  @Test
  void what_an_issue_cost_is_added_up_by_task_and_what_was_reused_is_what_was_saved() {
    append(call("key-1", "answered"));
    append(call("key-1", "http 500"));
    store.replies().reused("key-1", "2026-W10", java.time.Instant.EPOCH);
    var costs = store.replies().costs();
    assertThat(costs).hasSize(1);
    var line = costs.getFirst();
    assertThat(line.week()).isEqualTo("2026-W10");
    assertThat(line.questions()).isEqualTo(1);
    assertThat(line.use().attempts()).isEqualTo(2);
    assertThat(line.use().answered()).isEqualTo(1);
    assertThat(line.use().inputTokens()).isEqualTo(200);
    assertThat(line.use().costMicros()).isEqualTo(600);
    assertThat(line.reused()).isEqualTo(1);
    assertThat(line.savedTokens()).isEqualTo(120);
    assertThat(line.savedMicros()).isEqualTo(300);
    assertThat(store.replies().spent("2026-W10").micros()).isEqualTo(600);
    assertThat(store.replies().spent("2026-W11").tokens()).isZero();
  }

  @Test
  void an_answer_of_which_nothing_was_used_is_kept_and_not_called_useful() {
    append(call("key-1", "answered"));
    store.replies().used("key-1", false);
    assertThat(store.replies().find("key-1")).as("it is not paid for again").isPresent();
    assertThat(store.replies().costs().getFirst().use().answered()).isZero();
    assertThat(store.replies().costs().getFirst().use().inputTokens()).isEqualTo(100);
    store.replies().used("key-1", true);
    assertThat(store.replies().costs().getFirst().use().answered()).isEqualTo(1);
  }

  private static ModelCall call(String key, String outcome) {
    return new ModelCall(
        new ModelCall.Asked(key, "summarise-post", "item", "test-model", "2026-W10"),
        NOW,
        new ModelCall.Came(outcome, 200, "{\"n\":3}", 12),
        new ModelCall.Bill(100, 20, false, new ModelCall.Cost(300, "USD", "2026-03-01")));
  }
}
