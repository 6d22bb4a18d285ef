package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.mldigest.domain.ReplyLedger;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.StoredReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one door to the language model. One gateway serves one run and any number of threads.
 *
 * <p>Promises: {@link #ask} never throws for what the world does; an answer in the ledger is not
 * paid for again; equal questions in flight are asked once; every attempt is in the ledger when
 * {@code ask} returns; no call is sent before an instant the provider announced, beyond the token
 * limit, after the provider turned us away, or after {@value Caller#BREAKER} failures in a row.
 * What an answer means is left to others.
 */
public final class Gateway implements AutoCloseable {
  private final Settings.Model settings;
  private final ReplyLedger ledger;
  private final Template repair;
  private final Wire wire;
  private final Caller caller;
  private final Map<String, CompletableFuture<Reply>> flights = new ConcurrentHashMap<>();

  /**
   * @param settings of a provider other than NONE
   * @param clock for the ledger and for Retry-After dates
   */
  public Gateway(Settings.Model settings, ReplyLedger ledger, InstantSource clock) {
    this(settings, ledger, clock, Pacer.SYSTEM);
  }

  Gateway(Settings.Model settings, ReplyLedger ledger, InstantSource clock, Pacer pacer) {
    this.settings = settings;
    this.ledger = ledger;
    this.repair = new Template(String.join("\n", WordList.read("repair.md").lines()));
    this.wire = new Wire(settings, clock);
    this.caller = new Caller(settings, wire, ledger, clock, pacer);
  }

  /** The model's name as the provider knows it. */
  String model() {
    return settings.name();
  }

  /** Asks, or finds the answer in the ledger. */
  Reply ask(Question question) {
    List<ChatMessage> messages = messages(question);
    String key = key(question, messages);
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> first = flights.putIfAbsent(key, mine);
    if (first != null) {
      return first.join();
    }
    try {
      Reply reply =
          remembered(question, key)
              .or(() -> settled(key))
              .orElseGet(() -> converse(question, messages, key));
      mine.complete(reply);
      return reply;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key);
    }
  }

  private Optional<Reply> remembered(Question question, String key) {
    Optional<StoredReply> stored = ledger.find(key);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    StoredReply reply = stored.get();
    JsonNode value = StrictJson.decode(reply.text(), question.prompt().schema()).value();
    if (value == null) {
      return Optional.empty();
    }
    caller.count(reply.inputTokens() + reply.outputTokens());
    return Optional.of(new Reply.Answered(value, reply.inputTokens(), reply.outputTokens()));
  }

  private Optional<Reply> settled(String key) {
    return ledger
        .settled(key)
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

  /** The question and, if the answer is not what was asked for, one repair with full context. */
  private Reply converse(Question question, List<ChatMessage> messages, String key) {
    Attempt first = caller.call(question, messages, key);
    if (first.kind() != Attempt.Kind.MALFORMED) {
      return reply(question, first);
    }
    String text = first.text() == null || first.text().isBlank() ? "{}" : first.text();
    List<ChatMessage> again = new ArrayList<>(messages);
    again.add(AiMessage.from(text));
    again.add(UserMessage.from(repair.render(Map.of("reason", first.detail()))));
    return reply(question, caller.call(question, again, key));
  }

  private static Reply reply(Question question, Attempt attempt) {
    String detail = attempt.detail();
    return switch (attempt.kind()) {
      case FINISHED -> answered(question, attempt);
      case MALFORMED, REJECTED -> new Reply.Invalid(detail);
      case TRUNCATED -> new Reply.Truncated(detail);
      case REFUSED -> new Reply.Refused(detail);
      case RATE_LIMITED ->
          new Reply.RateLimited(
              attempt.retryAfter() == null ? Duration.ZERO : attempt.retryAfter(), detail);
      case OVER_BUDGET -> new Reply.OverBudget(detail);
      case SERVER_ERROR, CONNECTION, DEADLINE, FORBIDDEN, INTERRUPTED, GIVEN_UP ->
          new Reply.Unavailable(detail);
    };
  }

  private static Reply answered(Question question, Attempt attempt) {
    JsonNode value = StrictJson.decode(attempt.text(), question.prompt().schema()).value();
    return value == null
        ? new Reply.Invalid("The model's answer could not be used.")
        : new Reply.Answered(value, attempt.inputTokens(), attempt.outputTokens());
  }

  private List<ChatMessage> messages(Question question) {
    Prompt prompt = question.prompt();
    String system = prompt.system().render(question.values());
    if (!wire.takesSchema()) {
      system += "\n\nThe JSON Schema of your answer:\n" + prompt.schema().json();
    }
    return List.of(
        SystemMessage.from(system), UserMessage.from(prompt.user().render(question.values())));
  }

  /** Whatever shapes the answer shapes the key; the address of the provider does not. */
  private String key(Question question, List<ChatMessage> messages) {
    Prompt prompt = question.prompt();
    var parts = StrictJson.MAPPER.createArrayNode();
    parts.add(prompt.id()).add(prompt.version()).add(prompt.schema().json());
    parts.add(settings.provider().name()).add(settings.name());
    parts.add(prompt.temperature()).add(Caller.maxOutput(settings, prompt));
    messages.forEach(message -> parts.add(message.type().name()).add(Caller.text(message)));
    return Hashes.sha256(parts.toString());
  }

  @Override
  public void close() {
    wire.close();
  }
}
