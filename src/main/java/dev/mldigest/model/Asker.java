package dev.mldigest.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks what a digest can do without. Promises that nothing is thrown for what the world does: what
 * fails is noted in one sentence. Safe for use by several threads.
 */
public final class Asker {
  private final Gateway gateway;
  private final List<String> troubles = new ArrayList<>();
  private Usage usage = new Usage(0, 0);
  private boolean budgetReached;
  private String model;

  public Asker(Gateway gateway) {
    this.gateway = gateway;
    this.model = gateway.model();
  }

  /** The model that gave the latest answer; the large one as long as there is none. */
  public synchronized String model() {
    return model;
  }

  /** The answer, valid by the prompt's schema. */
  public Optional<JsonNode> ask(Question question) {
    return switch (gateway.ask(question)) {
      case Reply.Answered answer -> answered(answer);
      case Reply.Truncated(String reason) -> failed(reason);
      case Reply.Refused(String reason) -> failed(reason);
      case Reply.Invalid(String reason) -> failed(reason);
      case Reply.RateLimited(var after, String reason) -> failed(reason);
      case Reply.Unavailable(String reason) -> failed(reason);
      case Reply.OverBudget(String reason) -> overBudget(reason);
    };
  }

  /** Whether anything of the answer to a question came to use, for the ledger. */
  public void used(Question question, boolean used) {
    gateway.used(question, used);
  }

  private synchronized Optional<JsonNode> answered(Reply.Answered answer) {
    usage = usage.plus(new Usage(answer.inputTokens(), answer.outputTokens(), answer.micros()));
    model = answer.model();
    return Optional.of(answer.value());
  }

  private synchronized Optional<JsonNode> overBudget(String reason) {
    budgetReached = true;
    return failed(reason);
  }

  private Optional<JsonNode> failed(String reason) {
    note(reason);
    return Optional.empty();
  }

  public synchronized void note(String trouble) {
    troubles.add(trouble);
  }

  /** Tokens of the answers used, asked for now or earlier. */
  public synchronized Usage usage() {
    return usage;
  }

  public synchronized boolean budgetReached() {
    return budgetReached;
  }

  /** One sentence each. */
  public synchronized List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** The numbers in an array of an answer; one beyond int names a statement that is not there. */
  public static List<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(n -> numbers.add(n.canConvertToInt() ? n.intValue() : 0));
    return numbers;
  }
}
