package dev.mldigest.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import dev.mldigest.model.pace.Failures;
import dev.mldigest.model.pace.Pacer;
import dev.mldigest.model.prompt.Schema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the language model. One gateway serves one run and any number of threads.
 *
 * <p>Promises: {@link #ask} never throws for what the world does; an answer in the ledger is not
 * paid for again; equal questions in flight are asked once; every attempt is in the ledger when
 * {@code ask} returns; no call is sent before an instant the provider announced, faster than its
 * limits, beyond the tokens and money, after the run's time, after the provider turned us
 * away, or after {@value Failures#MOST} failures in a row that lasted. What passes is waited for.
 * Where the large model may not or cannot answer, the small one is asked if there is one. What an
 * answer means is left to others.
 */
public final class Gateway implements AutoCloseable {
  /** A sixteenth of what is shown of an article is a paragraph, and the least to be summarised. */
  private static final int MOST_CUTS = 4;

  /** A model that is out of luck four times more has another trouble. */
  private static final int MOST_LOST = 4;

  private final LanguageModel settings;
  private final ReplyLedger ledger;
  private final LearnedTraits traits;
  private final InstantSource clock;
  private final Pacer pacer;
  private final OkHttpClient http;
  private final Map<String, CompletableFuture<Reply>> inFlight = new ConcurrentHashMap<>();
  private volatile Run run;

  /** A gateway that needs no proxy and learns for itself alone. */
  public Gateway(LanguageModel settings, ReplyLedger ledger, InstantSource clock, Pacer pacer) {
    this(settings, Route.DIRECT, ledger, LearnedTraits.forgetful(), clock, pacer);
  }

  /**
   * @param settings of a provider other than NONE
   * @param traits what was learned of services
   * @param clock for the ledger and for Retry-After dates
   */
  public Gateway(
      LanguageModel settings,
      Route route,
      ReplyLedger ledger,
      LearnedTraits traits,
      InstantSource clock,
      Pacer pacer) {
    this.settings = settings;
    this.ledger = ledger;
    this.traits = traits;
    this.clock = clock;
    this.pacer = pacer;
    this.http = ProviderRoute.client(settings, route);
    this.run = run("");
  }

  /**
   * @param models the large one first
   */
  private record Run(RunBudget budget, List<ModelClient> models) {}

  private Run run(String week) {
    RunBudget budget = new RunBudget(settings, ledger, clock, pacer, week);
    List<LanguageModel> models =
        Stream.concat(Stream.of(settings), settings.stepDown().stream()).toList();
    boolean alone = models.size() < 2;
    return new Run(
        budget,
        models.stream()
            .map(model ->
                new ModelClient(model, new ProviderCall(model, http, traits, clock), budget, alone))
            .toList());
  }

  /** From now on everything is for the issue of that week: it counts towards its limits. */
  public void begin(String week) {
    run = run(week);
  }

  /**
   * So many questions are to come, so that the large model leaves the small one enough for them.
   */
  public void expect(int questions) {
    run.budget().expect(questions);
  }

  /** The large model's name as the provider knows it. */
  String model() {
    return settings.name();
  }

  /** Asks, or finds the answer in the ledger. */
  public Reply ask(Question question) {
    return ask(question, run.models());
  }

  /** Asks the small model alone, or the only one there is. */
  public Reply askSmall(Question question) {
    return ask(question, List.of(run.models().getLast()));
  }

  /** Whether anything of the answer to a question came to use, for the ledger. */
  public void used(Question question, boolean used) {
    run.models().forEach(model -> ledger.used(Asked.of(question, model.settings()).key(), used));
  }

  private Reply ask(Question question, List<ModelClient> models) {
    run.budget().begin();
    List<Turn> turns =
        models.stream()
            .map(model -> new Turn(model, Asked.of(question, model.settings())))
            .toList();
    String key = turns.getFirst().asked().key();
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> first = inFlight.putIfAbsent(key, mine);
    if (first != null) {
      return first.join();
    }
    try {
      Reply reply = remembered(turns).orElseGet(() -> stepwise(turns));
      mine.complete(reply);
      return reply;
    } catch (RuntimeException | Error e) { // also of an Error somebody waits
      mine.completeExceptionally(e);
      throw e;
    } finally {
      inFlight.remove(key);
    }
  }

  /** A model, and the question as it gets it. */
  private record Turn(ModelClient model, Asked asked) {
    Schema.Decoded decoded(@Nullable String text) {
      return asked.prompt().schema().decode(text);
    }

    Reply.Answered answer(JsonNode value, Usage usage, long micros) {
      return new Reply.Answered(
          value, usage.inputTokens(), usage.outputTokens(), micros, model.settings().name());
    }
  }

  /** The first model's answer that is there: who answered once answers again. */
  private Optional<Reply> remembered(List<Turn> turns) {
    return turns.stream()
        .map(turn -> Optional.<Reply>ofNullable(remembered(turn)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private @Nullable Reply remembered(Turn turn) {
    String key = turn.asked().key();
    StoredReply stored = ledger.find(key).orElse(null);
    JsonNode value = stored == null ? null : turn.decoded(stored.text()).value();
    if (stored == null || value == null) {
      return null;
    }
    ledger.reused(key, run.budget().week(), clock.instant());
    Usage usage = new Usage(stored.inputTokens(), stored.outputTokens());
    Long micros = stored.micros();
    return turn.answer(value, usage, micros == null ? turn.model().micros(usage) : micros);
  }

  /** The large model, and where it may not or cannot answer the small one. */
  private Reply stepwise(List<Turn> turns) {
    Turn first = turns.getFirst();
    Turn second = turns.getLast();
    boolean alone = turns.size() < 2;
    long keep = alone ? 0 : run.budget().toCome() * second.model().cost(first.asked().estimate());
    Attempt attempt = converse(first, keep);
    if (alone || !attempt.kind().stepsDown()) {
      return reply(first, attempt);
    }
    Attempt again = converse(second, 0);
    boolean both =
        again.kind() != Attempt.Kind.FINISHED && !again.detail().equals(attempt.detail());
    return reply(
        second, both ? again.as(again.kind(), attempt.detail() + " " + again.detail()) : again);
  }

  /**
   * The question; shortened where it is too long; again where the provider lost the answer; and, if
   * the answer is not what was asked for, one repair with full context.
   */
  private static Attempt converse(Turn turn, long keep) {
    Asked asked = turn.asked();
    Attempt attempt = turn.model().call(asked, keep);
    for (int i = 0; i < MOST_CUTS && attempt.kind() == Attempt.Kind.TOO_LONG; i++) {
      asked = asked.shortened();
      attempt = turn.model().call(asked, keep);
    }
    for (int i = 0; i < MOST_LOST && attempt.kind() == Attempt.Kind.GARBLED; i++) {
      attempt = turn.model().call(asked, keep);
    }
    return attempt.kind() == Attempt.Kind.MALFORMED
        ? turn.model().call(asked.repairing(attempt), keep)
        : attempt;
  }

  private static Reply reply(Turn turn, Attempt attempt) {
    String detail = attempt.detail();
    return switch (attempt.kind()) {
      case FINISHED -> answered(turn, attempt);
      case MALFORMED, REJECTED, RESHAPED, TOO_LONG, GARBLED -> new Reply.Invalid(detail);
      case TRUNCATED -> new Reply.Truncated(detail);
      case REFUSED -> new Reply.Refused(detail);
      case RATE_LIMITED ->
          new Reply.RateLimited(
              Objects.requireNonNullElse(attempt.retryAfter(), Duration.ZERO), detail);
      case OVER_BUDGET -> new Reply.OverBudget(detail);
      case SERVER_ERROR,
          CONNECTION,
          DEADLINE,
          BUSY,
          NO_CREDIT,
          QUOTA,
          NO_MODEL,
          NO_ACCESS,
          WRONG_ADDRESS,
          SENT,
          INTERRUPTED,
          GIVEN_UP,
          CLOSED ->
          new Reply.Unavailable(detail);
    };
  }

  private static Reply answered(Turn turn, Attempt attempt) {
    JsonNode value = turn.decoded(attempt.text()).value();
    Usage usage = attempt.usage();
    return value == null
        ? new Reply.Invalid("The model's answer could not be used.")
        : turn.answer(value, usage, turn.model().micros(usage));
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
