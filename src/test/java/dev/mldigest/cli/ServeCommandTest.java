package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.schedule.Timetable;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an issue counts as missed: Mondays at 07:00 UTC, seen on a Tuesday. */
class ServeCommandTest {
  private static final Instant DUE = Instant.parse("2026-11-16T07:00:00Z");
  private static final Instant TUESDAY = DUE.plus(Duration.ofDays(1));

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_fresh_installation_has_missed_nothing() {
    assertThat(missed()).isFalse();
    poll(TUESDAY);
    assertThat(missed()).as("harvested since, but not before it was due").isFalse();
  }

  @Test
  void what_was_due_while_in_service_and_was_not_made_is_missed() {
    poll(DUE.minus(Duration.ofHours(3)));
    assertThat(missed()).isTrue();
  }

  @Test
  void what_was_made_is_not_missed_whoever_made_it_that_week() {
    poll(DUE.minus(Duration.ofHours(3)));
    Week week = new Week(2026, 47);
    store.issues().open(week, new Window(DUE.minus(Duration.ofDays(7)), DUE.minusSeconds(60)));
    assertThat(missed()).as("begun, but not made").isTrue();

    store
        .issues()
        .finish(
            week,
            new Issues.Filed("{}", "", "", "", null, null, Map.of(), null, List.of()),
            Instant.EPOCH);
    assertThat(missed()).isFalse();
  }

  @Test
  void last_week_s_issue_does_not_stand_in_for_this_one() {
    Week week = new Week(2026, 46);
    store
        .issues()
        .open(week, new Window(DUE.minus(Duration.ofDays(14)), DUE.minus(Duration.ofDays(7))));
    store
        .issues()
        .finish(
            week,
            new Issues.Filed("{}", "", "", "", null, null, Map.of(), null, List.of()),
            Instant.EPOCH);

    assertThat(missed()).isTrue();
  }

  private boolean missed() {
    Settings settings = settings();
    Timetable timetable = new Timetable(settings.schedule(), settings.zone());
    return ServeCommand.missed(store, timetable, settings, TUESDAY);
  }

  private void poll(Instant at) {
    store
        .sources()
        .record(
            settings().sources().getFirst(),
            new FetchOutcome.Failed(FetchFailure.TIMEOUT, ""),
            SourceState.NEW,
            List.of(),
            at);
  }

  private static Settings settings() {
    SettingsReading reading =
        new SettingsReader()
            .read(
                "feeds.yaml",
                """
                title: T
                time-zone: UTC
                audience: { description: Engineers, wanted: [a], unwanted: [b] }
                issue: { sections: [ { id: news, title: News, slots: 3 } ] }
                sources:
                  - { id: a, kind: news, section: news, url: "https://a.example/feed" }
                """,
                Map.of());
    return ConfigOption.valid(reading, "feeds.yaml");
  }
}
