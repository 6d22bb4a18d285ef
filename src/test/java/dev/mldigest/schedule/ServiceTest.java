package dev.mldigest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.Settings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private static final Instant MONDAY_SEVEN = Instant.parse("2026-11-16T07:00:00Z");

  private final Semaphore harvested = new Semaphore(0);
  private final Semaphore issued = new Semaphore(0);
  private final AtomicInteger issues = new AtomicInteger();
  private final AtomicReference<Clock> clock = new AtomicReference<>(at(MONDAY_SEVEN));
  private boolean missed;
  private Runnable duringHarvest = () -> {};
  private Runnable afterIssue = () -> {};

  @Test
  void a_missed_issue_is_made_with_the_first_harvest_exactly_once() throws Exception {
    missed = true;
    clock.set(at(MONDAY_SEVEN.plus(Duration.ofHours(2))));
    try (Service service = service()) {
      service.start();

      assertThat(issued.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(issues).hasValue(1);
  }

  @Test
  void nothing_missed_means_a_harvest_and_no_issue() throws Exception {
    clock.set(at(MONDAY_SEVEN.plus(Duration.ofHours(2))));
    try (Service service = service()) {
      service.start();

      assertThat(harvested.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(issues).hasValue(0);
  }

  @Test
  void the_issue_is_made_when_the_program_s_own_clock_says_so() throws Exception {
    clock.set(at(MONDAY_SEVEN.minusSeconds(1)));
    try (Service service = service()) {
      service.start();

      assertThat(issued.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(issues).hasValue(1);
  }

  @Test
  void an_issue_that_fails_does_not_keep_the_next_from_being_made() throws Exception {
    clock.set(at(MONDAY_SEVEN.minusSeconds(1)));
    afterIssue =
        () -> {
          clock.set(at(MONDAY_SEVEN.plus(Duration.ofDays(7)).minusSeconds(1)));
          throw new IllegalStateException("the disk is full");
        };
    try (Service service = service()) {
      service.start();

      assertThat(issued.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_missed_issue_is_not_begun_once_the_service_was_told_to_stop() throws Exception {
    missed = true;
    clock.set(at(MONDAY_SEVEN.plus(Duration.ofHours(2))));
    CountDownLatch stopping = new CountDownLatch(1);
    duringHarvest =
        () -> {
          try {
            stopping.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    Service service = service();
    service.start();
    assertThat(harvested.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

    Thread closing = Thread.ofPlatform().start(service::close);
    while (closing.getState() != Thread.State.WAITING
        && closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    stopping.countDown();
    closing.join();

    assertThat(issues).hasValue(0);
  }

  private static Clock at(Instant start) {
    Clock system = Clock.systemUTC();
    return Clock.offset(system, Duration.between(system.instant(), start));
  }

  private Service service() {
    Settings.Schedule schedule =
        new Settings.Schedule(Duration.ofHours(6), DayOfWeek.MONDAY, LocalTime.of(7, 0));
    return new Service(
        new Timetable(schedule, ZoneOffset.UTC),
        () -> clock.get().instant(),
        new Service.Work(
            () -> {
              harvested.release();
              duringHarvest.run();
            },
            () -> {
              issues.incrementAndGet();
              issued.release();
              afterIssue.run();
            },
            () -> missed && issues.get() == 0));
  }
}
