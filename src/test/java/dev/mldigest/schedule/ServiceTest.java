package dev.mldigest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Settings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private static final Instant MONDAY_SEVEN = Instant.parse("2026-11-16T07:00:00Z");

  private final CountDownLatch harvested = new CountDownLatch(1);
  private final CountDownLatch issued = new CountDownLatch(1);
  private final AtomicInteger issues = new AtomicInteger();

  @Test
  void a_missed_issue_is_made_at_the_start_exactly_once() throws Exception {
    try (Service service = service(MONDAY_SEVEN.plus(Duration.ofHours(2)))) {
      service.start(() -> true);

      assertThat(issued.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(harvested.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(issues).hasValue(1);
  }

  @Test
  void nothing_missed_means_a_harvest_and_no_issue() throws Exception {
    try (Service service = service(MONDAY_SEVEN.plus(Duration.ofHours(2)))) {
      service.start(() -> false);

      assertThat(harvested.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(issues).hasValue(0);
  }

  @Test
  void the_issue_is_made_when_the_program_s_own_clock_says_so() throws Exception {
    try (Service service = service(MONDAY_SEVEN.minusSeconds(1))) {
      service.start(() -> false);

      assertThat(issued.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(issues).hasValue(1);
  }

  private Service service(Instant start) {
    Clock system = Clock.systemUTC();
    InstantSource clock = Clock.offset(system, Duration.between(system.instant(), start));
    Settings.Schedule schedule =
        new Settings.Schedule(Duration.ofHours(6), DayOfWeek.MONDAY, LocalTime.of(7, 0));
    return new Service(
        new Timetable(schedule, ZoneOffset.UTC),
        clock,
        harvested::countDown,
        () -> {
          issues.incrementAndGet();
          issued.countDown();
        });
  }
}
