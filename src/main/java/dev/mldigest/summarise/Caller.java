package dev.mldigest.summarise;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.mldigest.domain.ModelCall;
import dev.mldigest.domain.ReplyLedger;
import dev.mldigest.domain.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The policy around single attempts: how many at once, when again, when no more; and the entry of
 * each in the ledger. Waits are without jitter: the same faults give the same run.
 */
final class Caller {
  /** Failed attempts in a row, of any thread, after which the rest of the run does without. */
  static final int BREAKER = 8;

  private static final int RETRIES = 2;

  /** An attempt cut at its deadline may have been billed: it is repeated only once. */
  private static final int DEADLINE_RETRIES = 1;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** The longest one question waits for a limiting provider, all its waits together. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final int CHARS_PER_TOKEN = 4;

  private final Settings.Model settings;
  private final Wire wire;
  private final ReplyLedger ledger;
  private final InstantSource clock;
  private final Pacer pacer;
  private final RateGate gate;
  private final TokenBudget budget;
  private final Semaphore slots;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

  Caller(Settings.Model settings, Wire wire, ReplyLedger ledger, InstantSource clock, Pacer pacer) {
    this.settings = settings;
    this.wire = wire;
    this.ledger = ledger;
    this.clock = clock;
    this.pacer = pacer;
    this.gate = new RateGate(pacer);
    this.budget = new TokenBudget(settings.maxTokens());
    this.slots = new Semaphore(Math.max(1, settings.concurrency()), true);
  }

  static int maxOutput(Settings.Model settings, Prompt prompt) {
    return Math.min(prompt.maxOutputTokens(), settings.maxOutputTokens());
  }

  static String text(ChatMessage message) {
    return switch (message) {
      case SystemMessage system -> system.text();
      case UserMessage user -> user.singleText();
      case AiMessage ai -> ai.text() == null ? "" : ai.text();
      default -> throw new IllegalArgumentException("Only texts are sent.");
    };
  }

  /** Counts tokens of an answer that was paid for in an earlier run. */
  void count(long tokens) {
    budget.count(tokens);
  }

  /** The first attempt that settles the matter, or the last one that is allowed. */
  Attempt call(Question question, List<ChatMessage> messages, String key) {
    int failed = 0;
    int cut = 0;
    int limited = 0;
    Duration waited = Duration.ZERO;
    try {
      while (true) {
        Attempt attempt = inTurn(question, messages, key);
        switch (attempt.kind()) {
          case RATE_LIMITED -> {
            Duration asked = attempt.retryAfter();
            Duration own = backoff(limited++);
            // "Wait 0 seconds" again and again is no permission to hammer.
            Duration pause = asked == null || asked.compareTo(own) < 0 ? own : asked;
            gate.closeFor(pause);
            waited = waited.plus(pause);
            if (pause.compareTo(RateGate.PATIENCE) > 0 || waited.compareTo(LONGEST_WAIT) > 0) {
              return attempt;
            }
          }
          case SERVER_ERROR, CONNECTION -> {
            if (failed >= RETRIES || stopped.get() != null) {
              return attempt;
            }
            Duration pause = backoff(failed++);
            if (attempt.retryAfter() != null) {
              gate.closeFor(attempt.retryAfter());
            } else {
              pacer.sleep(pause);
            }
          }
          case DEADLINE -> {
            if (cut++ >= DEADLINE_RETRIES || stopped.get() != null) {
              return attempt;
            }
          }
          case FINISHED, MALFORMED, TRUNCATED, REFUSED, REJECTED -> {
            return attempt;
          }
          case FORBIDDEN, INTERRUPTED, OVER_BUDGET, GIVEN_UP -> {
            return attempt;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.without(Attempt.Kind.INTERRUPTED, 0, "The run was stopped.");
    }
  }

  /** 0.5 s, 1 s, 2 s, … up to our patience. */
  private static Duration backoff(int failed) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed, 10));
    return pause.compareTo(RateGate.PATIENCE) > 0 ? RateGate.PATIENCE : pause;
  }

  /** Waits for a free slot and an open gate, then makes one attempt if nothing forbids it. */
  private Attempt inTurn(Question question, List<ChatMessage> messages, String key)
      throws InterruptedException {
    slots.acquire();
    try {
      if (stopped.get() == null && !gate.pass()) {
        Duration left = gate.remaining();
        return new Attempt(
            Attempt.Kind.RATE_LIMITED,
            0,
            null,
            0,
            0,
            left,
            "The model provider wants no calls for " + left.toSeconds() + " more seconds.");
      }
      // Looked up after the wait: another thread may have learned it meanwhile.
      String reason = stopped.get();
      if (reason != null) {
        return Attempt.without(Attempt.Kind.GIVEN_UP, 0, reason);
      }
      return withinBudget(question, messages, key);
    } finally {
      slots.release();
    }
  }

  private Attempt withinBudget(Question question, List<ChatMessage> messages, String key) {
    int maxOutput = maxOutput(settings, question.prompt());
    long estimate = maxOutput;
    for (ChatMessage message : messages) {
      estimate += text(message).length() / CHARS_PER_TOKEN;
    }
    if (!budget.reserve(estimate)) {
      return Attempt.without(
          Attempt.Kind.OVER_BUDGET,
          0,
          "The call might have passed the limit of " + settings.maxTokens() + " tokens.");
    }
    long real = 0;
    try {
      Attempt attempt = recorded(question, messages, key, maxOutput, estimate);
      real = attempt.tokens();
      return attempt;
    } finally {
      budget.settle(estimate, real);
    }
  }

  private Attempt recorded(
      Question question, List<ChatMessage> messages, String key, int maxOutput, long estimate) {
    Instant at = clock.instant();
    long start = pacer.nanos();
    Attempt attempt = wire.send(question.prompt(), messages, maxOutput, estimate);
    if (attempt.kind() == Attempt.Kind.FINISHED) {
      String problem = StrictJson.decode(attempt.text(), question.prompt().schema()).problem();
      attempt = problem.isEmpty() ? attempt : attempt.as(Attempt.Kind.MALFORMED, problem);
    }
    long millis = (pacer.nanos() - start) / 1_000_000;
    ledger.append(
        new ModelCall(
            key,
            at,
            question.prompt().id(),
            question.itemId(),
            settings.name(),
            outcome(attempt),
            attempt.status(),
            attempt.inputTokens(),
            attempt.outputTokens(),
            attempt.text(),
            millis));
    learn(attempt);
    return attempt.kind() == Attempt.Kind.FORBIDDEN
        ? attempt.as(attempt.kind(), forbidden(attempt.status()))
        : attempt;
  }

  private static String outcome(Attempt attempt) {
    return switch (attempt.kind()) {
      case SERVER_ERROR, REJECTED, FORBIDDEN -> "http " + attempt.status();
      default -> attempt.kind().word();
    };
  }

  /** What one attempt means for all others. */
  private void learn(Attempt attempt) {
    switch (attempt.kind()) {
      case FINISHED, MALFORMED, TRUNCATED, REFUSED -> failures.set(0);
      case SERVER_ERROR, CONNECTION, DEADLINE, REJECTED -> {
        if (failures.incrementAndGet() >= BREAKER) {
          stopped.compareAndSet(
              null,
              "The model failed " + BREAKER + " times in a row and is left alone in this run.");
        }
      }
      case FORBIDDEN -> stopped.compareAndSet(null, forbidden(attempt.status()));
      case RATE_LIMITED, INTERRUPTED, OVER_BUDGET, GIVEN_UP -> {}
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
