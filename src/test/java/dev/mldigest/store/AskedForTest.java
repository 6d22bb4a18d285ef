package dev.mldigest.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of a source is of what it was asked for. */
class AskedForTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final URI API = URI.create("https://api.example.org/query");
  private static final URI OTHER = URI.create("https://other.example.org/");
  private static final String KEY = "k3y-0f-ann";
  private static final SourceQuery QUERY =
      new SourceQuery("serving", 10, new Secret(KEY), "a.post", API, API);
  private static final Source SOURCE =
      source("Title", SourceKind.ARXIV, API, List.of("cs.CL", "cs.LG"), QUERY);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder);
    Gap gap = new Gap(YESTERDAY, NOW, Gap.OUT_OF_REACH);
    record(SOURCE, new CoveredSpan(YESTERDAY, NOW, Optional.of(gap), Optional.empty()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Source source(
      String title, SourceKind kind, URI url, List<String> categories, SourceQuery query) {
    return new Source("papers", title, kind, url, "s", 1, categories, null, query);
  }

  private static Source with(SourceQuery query) {
    return source("Title", SourceKind.ARXIV, API, SOURCE.categories(), query);
  }

  static Stream<Source> otherQuestions() {
    Secret key = QUERY.key();
    return Stream.of(
        source("Title", SourceKind.ARXIV, OTHER, SOURCE.categories(), QUERY),
        source("Title", SourceKind.PAPERS, API, SOURCE.categories(), QUERY),
        source("Title", SourceKind.ARXIV, API, List.of("cs.CL"), QUERY),
        with(new SourceQuery("training", 10, key, "a.post", API, API)),
        with(new SourceQuery("serving", 11, key, "a.post", API, API)),
        with(new SourceQuery("serving", 10, key, "a.paper", API, API)),
        with(new SourceQuery("serving", 10, key, "a.post", OTHER, API)),
        with(new SourceQuery("serving", 10, key, "a.post", API, null)));
  }

  @ParameterizedTest
  @MethodSource("otherQuestions")
  void a_source_that_is_asked_for_something_else_starts_anew(Source changed) {
    assertThat(store.sources().state(changed)).isEqualTo(SourceState.NEW);
    assertThat(store.sources().state(SOURCE).coveredTo()).as("nothing is recorded").isEqualTo(NOW);
  }

  @Test
  void a_new_title_a_new_key_and_another_order_of_categories_are_the_same_question() {
    SourceQuery rekeyed = new SourceQuery("serving", 10, new Secret("new"), "a.post", API, API);
    Source same = source("Name", SourceKind.ARXIV, API, List.of("cs.LG", "cs.CL"), rekeyed);
    assertThat(store.sources().state(same).coveredTo()).isEqualTo(NOW);
  }

  @Test
  void the_gaps_and_the_success_of_the_old_question_go_when_the_new_one_is_first_recorded() {
    Source changed = with(new SourceQuery("training", 10, null, "a.post", API, API));
    Window lately = new Window(YESTERDAY, NOW);
    store.sources().state(changed);
    assertThat(store.gaps().touching(lately)).hasSize(1);

    FetchOutcome failed = new FetchOutcome.Failed(FetchFailure.TIMEOUT, "");
    store.sources().record(changed, failed, SourceState.NEW, List.of(), NOW);

    assertThat(store.gaps().touching(lately)).isEmpty();
    assertThat(store.sources().polls().getFirst().lastSuccess()).isNull();
    assertThat(store.sources().state(changed).coveredTo()).isNull();
  }

  @Test
  void the_gaps_of_the_same_question_stay() {
    record(SOURCE, new CoveredSpan(YESTERDAY, NOW, Optional.empty(), Optional.empty()));
    assertThat(store.gaps().touching(new Window(YESTERDAY, NOW))).hasSize(1);
  }

  @Test
  void a_state_from_before_questions_were_kept_counts_by_its_address() throws Exception {
    sql("update source_state set asked_for = null");
    Source changed = with(new SourceQuery("training", 10, null, null, null, null));
    assertThat(store.sources().state(changed).coveredTo()).isEqualTo(NOW);
    Source moved = source("Title", SourceKind.ARXIV, OTHER, SOURCE.categories(), QUERY);
    assertThat(store.sources().state(moved)).isEqualTo(SourceState.NEW);
  }

  @Test
  void the_key_is_not_remembered() {
    assertThat(AskedFor.of(SOURCE)).contains("serving").doesNotContain(KEY);
  }

  private void record(Source source, CoveredSpan covering) {
    Feed feed = new Feed("atom", "Papers", null, List.of(), List.of(), true);
    FetchOutcome fetched =
        new FetchOutcome.Fetched(feed, Validators.NONE, "hash", null, Duration.ZERO);
    SourceState next = SourceState.NEW.toBuilder().bodyHash("hash").nextPoll(NOW).build();
    store.sources().record(source, fetched, next, covering, List.of(), NOW);
  }

  private void sql(String statement) throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("digest.db"));
        var open = connection.createStatement()) {
      open.execute(statement);
    }
  }
}
