package dev.mldigest.model;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.model.pace.Failures;
import dev.mldigest.model.pace.FirstCall;
import dev.mldigest.model.pace.Overload;
import dev.mldigest.model.pace.Pace;
import dev.mldigest.model.pace.RateGate;
import dev.mldigest.model.prompt.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model: how fast, when again, when no more; and the entry of each attempt in the ledger.
 * What several models of a run share is the {@link RunBudget}'s.
 */
final class ModelClient {
  private final LanguageModel settings;
  private final ProviderCall provider;
  private final RunBudget run;
  private final LedgerEntries entries;
  private final RateGate gate;
  private final Pace pace;
  private final FirstCall firstCall = new FirstCall();
  private final Failures failures = new Failures();
  private final Overload overload;
  private final AtomicReference<String> lastBusy = new AtomicReference<>("");
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

  /**
   * @param alone true if no other model can step in
   */
  ModelClient(LanguageModel settings, ProviderCall provider, RunBudget run, boolean alone) {
    this.settings = settings;
    this.provider = provider;
    this.run = run;
    this.entries = new LedgerEntries(settings, run.week());
    this.gate = new RateGate(run.pacer());
    this.overload = new Overload(alone);
    this.pace = new Pace(settings.bounds(), run.pacer().nanos());
  }

  LanguageModel settings() {
    return settings;
  }

  /** What a call costs at most, in micro-units; 0 without prices. */
  long cost(Estimate estimate) {
    return micros(new Usage(estimate.input(), estimate.output()));
  }

  long micros(Usage usage) {
    return entries.micros(usage);
  }

  /**
   * The first attempt that settles the matter, or the last one that is allowed.
   *
   * @param keep micro-units that must be left in the budget for others
   */
  Attempt call(Asked asked, long keep) {
    RetryPolicy retries = new RetryPolicy(asked.key());
    try {
      while (true) {
        Attempt attempt = inTurn(asked, keep);
        boolean busy = attempt.kind() == Attempt.Kind.BUSY;
        Optional<Duration> pause = busy ? waiting(attempt) : retries.after(attempt);
        boolean forAll =
            busy || attempt.kind() == Attempt.Kind.RATE_LIMITED || attempt.retryAfter() != null;
        if (forAll && !attempt.kind().ends()) {
          gate.closeFor(
              pause.orElse(Objects.requireNonNullElse(attempt.retryAfter(), Duration.ZERO)));
        }
        if (pause.isEmpty() || stopped.get() != null || pause.get().compareTo(run.left()) > 0) {
          return attempt;
        }
        if (!forAll) {
          run.pacer().sleep(pause.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.without(Attempt.Kind.INTERRUPTED, 0, "The run was stopped.");
    }
  }

  /** What an overload is waited for; the first whose patience ends gives the model up for all. */
  private Optional<Duration> waiting(Attempt attempt) {
    firstCall.shut();
    lastBusy.set(attempt.detail());
    Optional<Duration> pause = overload.pause(attempt.retryAfter(), run.pacer().nanos());
    if (pause.isEmpty()) {
      stopped.compareAndSet(
          null, "The model is left alone in this run, which waited for it. " + attempt.detail());
    }
    return pause;
  }

  /** Waits for a free slot and its turn, then makes one attempt if nothing forbids it. */
  private Attempt inTurn(Asked asked, long keep) throws InterruptedException {
    run.slots().acquire();
    try {
      boolean alone = firstCall.goes();
      Attempt attempt = null;
      try {
        attempt = atItsTime(asked.by(provider.profile()), keep);
        return attempt;
      } finally {
        if (alone && attempt != null && attempt.kind().teachesNothing()) {
          firstCall.backForNothing();
        } else if (alone) {
          firstCall.back(attempt != null && attempt.status() > 0);
        }
      }
    } finally {
      run.slots().release();
    }
  }

  private Attempt atItsTime(Asked asked, long keep) throws InterruptedException {
    Optional<Attempt> no = forbidden();
    if (no.isPresent()) {
      return no.get();
    }
    Pace.Pass pass = pace.take(asked.estimate().tokens(), run.pacer().nanos());
    Duration wait = Duration.ofNanos(pass.at() - run.pacer().nanos());
    if (wait.compareTo(run.left()) > 0) {
      return Attempt.without(
          Attempt.Kind.GIVEN_UP, 0, "The provider's limits leave no time for it in this run.");
    }
    if (wait.isPositive()) {
      run.pacer().sleep(wait);
    }
    // Looked up after the wait: another thread may have learned it meanwhile.
    Optional<Attempt> late = forbidden();
    return late.isPresent() ? late.get() : withinBudget(asked, keep, pass);
  }

  /** Why nothing may be sent now, after having waited for the gate. */
  private Optional<Attempt> forbidden() throws InterruptedException {
    Duration left = gate.remaining();
    if (stopped.get() == null
        && run.closed().isEmpty()
        && (left.compareTo(run.left()) > 0 || !gate.pass())) {
      String sentence =
          "The model provider wants no calls for "
              + gate.remaining().toSeconds()
              + " more seconds.";
      return Optional.of(
          Attempt.without(Attempt.Kind.RATE_LIMITED, 0, sentence).after(gate.remaining()));
    }
    Optional<String> closed = run.closed();
    if (closed.isPresent()) {
      return Optional.of(closed());
    }
    return Optional.ofNullable(stopped.get())
        .map(reason -> Attempt.without(Attempt.Kind.GIVEN_UP, 0, reason));
  }

  private Attempt withinBudget(Asked asked, long keep, Pace.Pass pass) throws InterruptedException {
    Estimate estimate = asked.estimate();
    long tokens = estimate.total();
    long cost = cost(estimate);
    switch (run.budget().reserve(tokens, cost, keep)) {
      case GRANTED -> {}
      case TOO_MANY_TOKENS -> {
        return overBudget(settings.calls().maxTokens() + " tokens");
      }
      case TOO_DEAR -> {
        Prices prices = settings.prices();
        String currency = prices == null ? "" : " " + prices.currency();
        return overBudget(settings.bounds().maxCost() / 1e6 + currency);
      }
    }
    Usage real = Usage.NONE;
    try {
      Attempt attempt = recorded(asked, pass);
      real = attempt.usage();
      return attempt;
    } finally {
      run.budget().settle(tokens, cost, real.total(), micros(real));
    }
  }

  private static Attempt overBudget(String limit) {
    return Attempt.without(
        Attempt.Kind.OVER_BUDGET, 0, "The call might have passed the limit of " + limit + ".");
  }

  private Attempt recorded(Asked asked, Pace.Pass pass) {
    Duration deadline = deadline();
    if (!deadline.isPositive()) {
      return closed();
    }
    Instant at = run.clock().instant();
    long start = run.pacer().nanos();
    Optional<Long> row = run.begun(entries.sent(asked, at));
    if (row.isEmpty()) { // what cannot be put down is not paid for
      return closed();
    }
    Attempt attempt = judged(asked, provider.send(asked, deadline));
    run.faults().tell(settings, attempt);
    long end = run.pacer().nanos();
    run.keep(row.get(), entries.of(asked, at, attempt, (end - start) / 1_000_000));
    learn(attempt, pass, end);
    return attempt;
  }

  private Attempt closed() {
    String why = run.closed().orElse("The run was stopped.");
    return Attempt.without(Attempt.Kind.CLOSED, 0, (why + " " + lastBusy.get()).strip());
  }

  private Duration deadline() {
    Duration left = run.left();
    Duration usual = settings.calls().deadline();
    return usual.compareTo(left) < 0 ? usual : left;
  }

  private Attempt judged(Asked asked, Attempt attempt) {
    if (attempt.kind() != Attempt.Kind.FINISHED) {
      return attempt;
    }
    Schema.Decoded decoded = asked.prompt().schema().decode(attempt.text());
    provider.learn(asked, decoded.asAsked());
    String problem = decoded.problem();
    return problem.isEmpty() ? attempt : attempt.as(Attempt.Kind.MALFORMED, problem);
  }

  /** What one attempt means for all others. */
  private void learn(Attempt attempt, Pace.Pass pass, long now) {
    switch (attempt.kind()) {
      case FINISHED, MALFORMED, TRUNCATED, REFUSED -> {
        failures.over();
        overload.over();
        lastBusy.set("");
        pace.passed(
            pass, attempt.limits(), attempt.estimated() ? null : attempt.usage().total(), now);
      }
      case SERVER_ERROR, CONNECTION -> failed(attempt, true, now);
      case DEADLINE, REJECTED, GARBLED -> failed(attempt, false, now);
      case NO_CREDIT, QUOTA, NO_MODEL -> stopped.compareAndSet(null, attempt.detail());
      case NO_ACCESS, WRONG_ADDRESS -> {
        stopped.compareAndSet(null, attempt.detail());
        run.close(attempt.detail()); // the same key and address serve every model
      }
      case RATE_LIMITED -> {
        Duration asked = attempt.retryAfter();
        Duration pause = asked == null ? Duration.ZERO : asked;
        pace.limited(pass, attempt.limits(), asked, pause, now);
      }
      case BUSY, RESHAPED, TOO_LONG, SENT, INTERRUPTED, OVER_BUDGET, GIVEN_UP, CLOSED -> {}
    }
  }

  private void failed(Attempt last, boolean passes, long now) {
    if (!failures.another(passes, now)) {
      return;
    }
    String reason =
        "The model failed "
            + Failures.MOST
            + " times in a row and is left alone in this run; at last: "
            + last.detail();
    stopped.compareAndSet(null, reason);
    if (last.kind() == Attempt.Kind.CONNECTION) {
      run.close(reason); // the same address serves every model
    }
  }
}
