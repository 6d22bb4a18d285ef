package dev.mldigest.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptTemplate;
import dev.mldigest.text.WordList;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the language model. One gateway serves one run and any number of threads.
 *
 * <p>Promises: {@link #ask} never throws for what the world does; an answer in the ledger is not
 * paid for again; equal questions in flight are asked once; every attempt is in the ledger when
 * {@code ask} returns; no call is sent before an instant the provider announced, faster than its
 * limits, beyond the tokens and money, after the run's time, after the provider turned us
 * away, or after {@value ModelClient#BREAKER} failures in a row. Where the large model may not or
 * cannot answer, the small one is asked if there is one. What an answer means is left to others.
 */
public final class Gateway implements AutoCloseable {
  private final Settings.Model settings;
  private final ReplyLedger ledger;
  private final InstantSource clock;
  private final Pacer pacer;
  private final PromptTemplate repair;
  private final OkHttpClient http;
  private final ProviderCall large;
  private final @Nullable ProviderCall small;
  private final Map<String, CompletableFuture<Reply>> inFlight = new ConcurrentHashMap<>();
  private volatile Run run;

  /** A gateway that needs no proxy. */
  public Gateway(Settings.Model settings, ReplyLedger ledger, InstantSource clock, Pacer pacer) {
    this(settings, null, ledger, clock, pacer);
  }

  /**
   * @param settings of a provider other than NONE
   * @param proxy of the network, or null
   * @param clock for the ledger and for Retry-After dates
   */
  public Gateway(
      Settings.Model settings,
      @Nullable URI proxy,
      ReplyLedger ledger,
      InstantSource clock,
      Pacer pacer) {
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
    this.pacer = pacer;
    this.repair =
        new PromptTemplate(String.join("\n", WordList.read("/summarise/repair.md").lines()));
    this.http = ProviderRoute.client(settings, proxy);
    this.large = new ProviderCall(settings, http, clock);
    this.small =
        settings.stepDown().map(model -> new ProviderCall(model, http, clock)).orElse(null);
    this.run = run("");
  }

  /** One model of the run. */
  private record Tier(Settings.Model settings, ProviderCall provider, ModelClient client) {}

  /**
   * @param tiers the large one first
   */
  private record Run(RunBudget budget, List<Tier> tiers) {}

  private Run run(String week) {
    RunBudget budget = new RunBudget(settings, ledger, clock, pacer, week);
    List<Tier> tiers = new ArrayList<>();
    tiers.add(new Tier(settings, large, new ModelClient(settings, large, budget)));
    ProviderCall second = small;
    if (second != null) {
      Settings.Model model = settings.stepDown().orElseThrow();
      tiers.add(new Tier(model, second, new ModelClient(model, second, budget)));
    }
    return new Run(budget, List.copyOf(tiers));
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
    Run current = run;
    current.budget().begin();
    List<Asked> asked = current.tiers().stream().map(tier -> asked(tier, question)).toList();
    String key = asked.getFirst().key();
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> first = inFlight.putIfAbsent(key, mine);
    if (first != null) {
      return first.join();
    }
    try {
      Reply reply =
          remembered(question, asked)
              .or(() -> settled(asked))
              .orElseGet(() -> stepwise(question, asked));
      mine.complete(reply);
      return reply;
    } catch (RuntimeException | Error e) { // also of an Error somebody waits
      mine.completeExceptionally(e);
      throw e;
    } finally {
      inFlight.remove(key);
    }
  }

  /** A question as one model gets it. */
  private record Asked(Tier tier, List<ChatMessage> messages, String key) {}

  private Asked asked(Tier tier, Question question) {
    List<ChatMessage> messages = messages(tier, question);
    return new Asked(tier, messages, key(tier, question.prompt(), messages));
  }

  /** The first model's answer that is there: who answered once answers again. */
  private Optional<Reply> remembered(Question question, List<Asked> asked) {
    return asked.stream()
        .map(one -> Optional.ofNullable(remembered(question, one)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private @Nullable Reply remembered(Question question, Asked asked) {
    StoredReply stored = ledger.find(asked.key()).orElse(null);
    JsonNode value =
        stored == null ? null : question.prompt().schema().decode(stored.text()).value();
    if (stored == null || value == null) {
      return null;
    }
    ledger.reused(asked.key(), run.budget().week(), clock.instant());
    Usage usage = new Usage(stored.inputTokens(), stored.outputTokens());
    long micros = stored.micros() == null ? asked.tier().client().micros(usage) : stored.micros();
    return new Reply.Answered(
        value, usage.inputTokens(), usage.outputTokens(), micros, asked.tier().settings().name());
  }

  /** Whichever model was asked: what was of no use is not paid for again. */
  private Optional<Reply> settled(List<Asked> asked) {
    return asked.stream()
        .map(one -> ledger.settled(one.key()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(outcome ->
            switch (outcome) {
              case "truncated" ->
                  new Reply.Truncated("The answer was cut off when it was asked for before.");
              case "refused" -> new Reply.Refused("The model refused when it was asked before.");
              default ->
                  new Reply.Invalid(
                      "The model's answer could not be used when it was asked before.");
            });
  }

  /** The large model, and where it may not or cannot answer the small one. */
  private Reply stepwise(Question question, List<Asked> asked) {
    Asked first = asked.getFirst();
    long keep =
        asked.size() < 2
            ? 0
            : run.budget().toCome()
                * asked.getLast().tier().client().cost(estimate(question, first));
    Attempt attempt = converse(question, first, keep);
    if (asked.size() < 2 || !attempt.kind().stepsDown()) {
      return reply(question, first, attempt);
    }
    Asked second = asked.getLast();
    Attempt again = converse(question, second, 0);
    boolean both =
        again.kind() != Attempt.Kind.FINISHED && !again.detail().equals(attempt.detail());
    return reply(
        question,
        second,
        both ? again.as(again.kind(), attempt.detail() + " " + again.detail()) : again);
  }

  private static Estimate estimate(Question question, Asked asked) {
    int most = ModelClient.maxOutput(asked.tier().settings(), question.prompt());
    return Estimate.of(asked.messages(), most);
  }

  /** The question and, if the answer is not what was asked for, one repair with full context. */
  private Attempt converse(Question question, Asked asked, long keep) {
    Attempt first = call(question, asked, asked.messages(), keep);
    List<ChatMessage> messages = asked.messages();
    if (first.kind() == Attempt.Kind.TOO_LONG) {
      messages = messages(asked.tier(), shortened(question));
      first = call(question, asked, messages, keep);
    }
    if (first.kind() != Attempt.Kind.MALFORMED) {
      return first;
    }
    String text = first.text() == null || first.text().isBlank() ? "{}" : first.text();
    List<ChatMessage> again = new ArrayList<>(messages);
    again.add(AiMessage.from(text));
    again.add(UserMessage.from(repair.render(Map.of("reason", first.detail()))));
    return call(question, asked, again, keep);
  }

  private static Attempt call(
      Question question, Asked asked, List<ChatMessage> messages, long keep) {
    return asked
        .tier()
        .client()
        .call(question.prompt(), question.itemId(), messages, asked.key(), keep);
  }

  /** The first half of the lines of its longest value. */
  private static Question shortened(Question question) {
    Map<String, String> values = new TreeMap<>(question.values());
    values.entrySet().stream()
        .max(Comparator.comparingInt(value -> value.getValue().length()))
        .ifPresent(longest -> {
          List<String> lines = longest.getValue().lines().toList();
          longest.setValue(String.join("\n", lines.subList(0, (lines.size() + 1) / 2)));
        });
    return new Question(question.prompt(), values, question.itemId());
  }

  private static Reply reply(Question question, Asked asked, Attempt attempt) {
    String detail = attempt.detail();
    return switch (attempt.kind()) {
      case FINISHED -> answered(question, asked, attempt);
      case MALFORMED, REJECTED, TOO_LONG -> new Reply.Invalid(detail);
      case TRUNCATED -> new Reply.Truncated(detail);
      case REFUSED -> new Reply.Refused(detail);
      case RATE_LIMITED ->
          new Reply.RateLimited(
              Objects.requireNonNullElse(attempt.retryAfter(), Duration.ZERO), detail);
      case OVER_BUDGET -> new Reply.OverBudget(detail);
      case SERVER_ERROR, CONNECTION, DEADLINE, FORBIDDEN, INTERRUPTED, GIVEN_UP, CLOSED ->
          new Reply.Unavailable(detail);
    };
  }

  private static Reply answered(Question question, Asked asked, Attempt attempt) {
    JsonNode value = question.prompt().schema().decode(attempt.text()).value();
    Usage usage = attempt.usage();
    return value == null
        ? new Reply.Invalid("The model's answer could not be used.")
        : new Reply.Answered(
            value,
            usage.inputTokens(),
            usage.outputTokens(),
            asked.tier().client().micros(usage),
            asked.tier().settings().name());
  }

  private static List<ChatMessage> messages(Tier tier, Question question) {
    Prompt prompt = question.prompt();
    String system = prompt.system().render(question.values());
    if (!tier.provider().takesSchema()) {
      system += "\n\nThe JSON Schema of your answer:\n" + prompt.schema().json();
    }
    return List.of(
        SystemMessage.from(system), UserMessage.from(prompt.user().render(question.values())));
  }

  /** Whatever shapes the answer shapes the key; the address of the provider does not. */
  private static String key(Tier tier, Prompt prompt, List<ChatMessage> messages) {
    Settings.Model model = tier.settings();
    var parts = JsonNodeFactory.instance.arrayNode();
    parts.add(prompt.id()).add(prompt.version()).add(prompt.schema().json());
    parts.add(model.provider().name()).add(model.name());
    parts.add(prompt.temperature()).add(ModelClient.maxOutput(model, prompt));
    messages.forEach(message -> parts.add(message.type().name()).add(Messages.text(message)));
    return Sha256.of(parts.toString());
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
