package dev.mldigest.model;

import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.model.prompt.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model: how fast, when again, when no more; and the entry of each attempt in the ledger.
 * What several models of a run share is the {@link RunBudget}'s.
 */
final class ModelClient {
  /** Failed attempts in a row, of any thread, after which the rest of the run does without. */
  static final int BREAKER = 8;

  private final Settings.Model settings;
  private final ProviderCall provider;
  private final RunBudget run;
  private final RateGate gate;
  private final Pace pace;
  private final FirstCall firstCall = new FirstCall();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

  ModelClient(Settings.Model settings, ProviderCall provider, RunBudget run) {
    this.settings = settings;
    this.provider = provider;
    this.run = run;
    this.gate = new RateGate(run.pacer());
    this.pace = new Pace(settings.bounds(), run.pacer().nanos());
  }

  Settings.Model settings() {
    return settings;
  }

  /** What a call costs at most, in micro-units; 0 without prices. */
  long cost(Estimate estimate) {
    return micros(new Usage(estimate.input(), estimate.output()));
  }

  long micros(Usage usage) {
    Prices prices = settings.prices();
    return prices == null ? 0 : prices.micros(usage.inputTokens(), usage.outputTokens());
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
        Optional<Duration> pause = retries.after(attempt);
        if (attempt.kind() == Attempt.Kind.RATE_LIMITED || attempt.retryAfter() != null) {
          gate.closeFor(
              pause.orElse(Objects.requireNonNullElse(attempt.retryAfter(), Duration.ZERO)));
        }
        if (pause.isEmpty() || stopped.get() != null || pause.get().compareTo(run.left()) > 0) {
          return attempt;
        }
        if (attempt.kind() != Attempt.Kind.RATE_LIMITED && attempt.retryAfter() == null) {
          run.pacer().sleep(pause.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.without(Attempt.Kind.INTERRUPTED, 0, "The run was stopped.");
    }
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
        if (alone && attempt != null && attempt.kind() == Attempt.Kind.RESHAPED) {
          firstCall.reshaped();
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
    Pace.Pass pass = pace.take(asked.estimate(), run.pacer().nanos());
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
      return Optional.of(Attempt.without(Attempt.Kind.CLOSED, 0, closed.get()));
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
    Instant at = run.clock().instant();
    long start = run.pacer().nanos();
    Duration left = run.left();
    Duration usual = settings.calls().deadline();
    Duration deadline = usual.compareTo(left) < 0 ? usual : left;
    Attempt attempt = provider.send(asked, deadline);
    if (attempt.kind() == Attempt.Kind.FINISHED) {
      Schema.Decoded decoded = asked.prompt().schema().decode(attempt.text());
      provider.learn(asked, decoded.asAsked());
      String problem = decoded.problem();
      attempt = problem.isEmpty() ? attempt : attempt.as(Attempt.Kind.MALFORMED, problem);
    }
    long end = run.pacer().nanos();
    run.keep(entry(asked, at, attempt, (end - start) / 1_000_000));
    learn(attempt, pass, end);
    return attempt.kind() == Attempt.Kind.FORBIDDEN
        ? attempt.as(attempt.kind(), forbidden(attempt.status()))
        : attempt;
  }

  private ModelCall entry(Asked asked, Instant at, Attempt attempt, long millis) {
    Prices prices = settings.prices();
    Usage usage = attempt.usage();
    ModelCall.Cost cost =
        prices == null ? null : new ModelCall.Cost(micros(usage), prices.currency(), prices.asOf());
    return new ModelCall(
        new ModelCall.Asked(
            asked.key(),
            asked.prompt().id(),
            asked.question().itemId(),
            settings.name(),
            run.week()),
        at,
        new ModelCall.Came(outcome(attempt), attempt.status(), attempt.text(), millis),
        new ModelCall.Bill(usage.inputTokens(), usage.outputTokens(), attempt.estimated(), cost));
  }

  private static String outcome(Attempt attempt) {
    return switch (attempt.kind()) {
      case SERVER_ERROR, REJECTED, RESHAPED, TOO_LONG, FORBIDDEN -> "http " + attempt.status();
      default -> attempt.kind().word();
    };
  }

  /** What one attempt means for all others. */
  private void learn(Attempt attempt, Pace.Pass pass, long now) {
    switch (attempt.kind()) {
      case FINISHED, MALFORMED, TRUNCATED, REFUSED -> {
        failures.set(0);
        pace.passed(pass, attempt.limits(), attempt.estimated() ? null : attempt.usage(), now);
      }
      case SERVER_ERROR, CONNECTION, DEADLINE, REJECTED -> {
        if (failures.incrementAndGet() >= BREAKER) {
          broken(attempt);
        }
      }
      case FORBIDDEN -> forbid(attempt.status());
      case RATE_LIMITED -> {
        Duration asked = attempt.retryAfter();
        Duration pause = asked == null ? Duration.ZERO : asked;
        pace.limited(pass, attempt.limits(), asked, pause, now);
      }
      case RESHAPED, TOO_LONG, INTERRUPTED, OVER_BUDGET, GIVEN_UP, CLOSED -> {}
    }
  }

  private void broken(Attempt last) {
    String reason =
        "The model failed "
            + BREAKER
            + " times in a row and is left alone in this run; at last: "
            + last.detail();
    stopped.compareAndSet(null, reason);
    if (last.kind() == Attempt.Kind.CONNECTION) {
      run.close(reason); // the same address serves every model
    }
  }

  private void forbid(int status) {
    stopped.compareAndSet(null, forbidden(status));
    if (status == 401 || status == 403) {
      run.close(forbidden(status)); // the same key opens every model
    }
  }

  private String forbidden(int status) {
    return switch (status) {
      case 404 ->
          "The provider knows no model '" + settings.name() + "' at this address; check 'model'.";
      case 429, 402 -> "The provider says that the account's quota is used up.";
      default -> "The provider refuses the key (HTTP status " + status + "); check the API key.";
    };
  }
}
