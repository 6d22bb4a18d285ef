package dev.mldigest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.Settings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private final Timetable timetable =
      new Timetable(
          new Settings.Schedule(Duration.ofHours(6), DayOfWeek.MONDAY, LocalTime.of(7, 0)),
          ZoneId.of("Europe/Berlin"));

  @Test
  void the_issue_stays_at_seven_over_the_change_to_summer_time() {
    Instant winter = Instant.parse("2026-03-23T06:00:00Z");

    assertThat(timetable.next(winter)).isEqualTo(Instant.parse("2026-03-30T05:00:00Z"));
    assertThat(timetable.last(Instant.parse("2026-03-30T04:59:59Z"))).isEqualTo(winter);
  }

  @Test
  void the_very_instant_it_is_due_counts_as_due() {
    Instant due = Instant.parse("2026-11-16T06:00:00Z");

    assertThat(timetable.last(due)).isEqualTo(due);
    assertThat(timetable.next(due)).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
  }

  @Test
  void earlier_on_the_same_day_the_last_one_was_a_week_ago() {
    assertThat(timetable.last(Instant.parse("2026-11-16T05:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-09T06:00:00Z"));
  }
}
