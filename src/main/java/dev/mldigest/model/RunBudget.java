package dev.mldigest.model;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.model.pace.Pacer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the models of one run share: the budget, the calls in flight, the run's time, the
 * ledger, and whether anything may still be asked at all. Safe for use by several threads.
 */
final class RunBudget {
  private final ReplyLedger ledger;
  private final InstantSource clock;
  private final Pacer pacer;
  private final Duration time;
  private final String week;
  private final Budget budget;
  private final Semaphore slots;
  private final FaultLog faults = new FaultLog();
  private final AtomicInteger expected = new AtomicInteger();
  private final AtomicReference<@Nullable String> closed = new AtomicReference<>();
  private final long start;

  /**
   * @param week of the issue, what was spent on which counts; empty for a trial, which is of none
   *     and has the whole of the limits for itself
   */
  RunBudget(
      LanguageModel settings, ReplyLedger ledger, InstantSource clock, Pacer pacer, String week) {
    this.ledger = ledger;
    this.clock = clock;
    this.pacer = pacer;
    this.time = settings.bounds().runDeadline();
    this.week = week;
    this.budget =
        new Budget(
            settings.calls().maxTokens(),
            settings.bounds().maxCost(),
            week.isEmpty() ? new ModelSpending(0, 0) : ledger.spent(week));
    this.slots = new Semaphore(Math.max(1, settings.calls().most()), true);
    this.start = pacer.nanos();
  }

  InstantSource clock() {
    return clock;
  }

  FaultLog faults() {
    return faults;
  }

  Pacer pacer() {
    return pacer;
  }

  String week() {
    return week;
  }

  Budget budget() {
    return budget;
  }

  Semaphore slots() {
    return slots;
  }

  void expect(int questions) {
    expected.set(questions);
  }

  /** A question is about to be asked. */
  void begin() {
    expected.updateAndGet(left -> Math.max(0, left - 1));
  }

  /** How many questions are still to come. */
  int toCome() {
    return expected.get();
  }

  /** Time left; zero or less when it is over. */
  Duration left() {
    return time.minusNanos(pacer.nanos() - start);
  }

  /**
   * Puts down that a call is about to be sent.
   *
   * @return its number; empty where that failed, and nothing more is paid for in this run
   */
  Optional<Long> begun(ModelCall call) {
    return switch (ledger.begin(call)) {
      case ReplyLedger.Begun.Kept(long number) -> Optional.of(number);
      case ReplyLedger.Begun.Lost(String why) -> {
        lost(why);
        yield Optional.empty();
      }
    };
  }

  /** Keeps what came of it; where that fails nothing more is paid for in this run. */
  void keep(long number, ModelCall call) {
    ledger.finish(number, call).ifPresent(this::lost);
  }

  private void lost(String why) {
    close("What a model answers cannot be kept. " + why);
  }

  void close(String reason) {
    closed.compareAndSet(null, reason);
  }

  /** Why no model may be asked any more. */
  Optional<String> closed() {
    String reason = closed.get();
    if (reason == null && !left().isPositive()) {
      return Optional.of("The time for the model in this run is over (" + words(time) + ").");
    }
    return Optional.ofNullable(reason);
  }

  private static String words(Duration time) {
    return time.toMinutes() > 0 && time.toSecondsPart() == 0
        ? time.toMinutes() + " min"
        : time.toMillis() / 1e3 + " s";
  }
}
