package dev.mldigest.summarise;

import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** The ledger's contract in memory. */
public final class MemoryLedger implements ReplyLedger {
  private final List<ModelCall> calls = new ArrayList<>();
  private final Callable<?> onLooking;
  private final Set<String> unused = new HashSet<>();
  private int reused;

  public MemoryLedger() {
    this(() -> "");
  }

  /**
   * @param onLooking what happens to whoever looks for an answer
   */
  public MemoryLedger(Callable<?> onLooking) {
    this.onLooking = onLooking;
  }

  @Override
  public Optional<StoredReply> find(String key) {
    try {
      onLooking.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return found(key);
  }

  private synchronized Optional<StoredReply> found(String key) {
    return calls.reversed().stream()
        .filter(c -> c.asked().key().equals(key) && c.came().outcome().equals(ModelCall.ANSWERED))
        .findFirst()
        .map(c ->
            new StoredReply(
                Objects.requireNonNull(c.came().text()),
                c.bill().inputTokens(),
                c.bill().outputTokens()));
  }

  @Override
  public synchronized ModelSpending spent(String week) {
    List<ModelCall> mine = calls.stream().filter(c -> c.asked().week().equals(week)).toList();
    return new ModelSpending(
        mine.stream().mapToLong(c -> c.bill().inputTokens() + c.bill().outputTokens()).sum(),
        mine.stream()
            .map(call -> call.bill().cost())
            .filter(Objects::nonNull)
            .mapToLong(ModelCall.Cost::micros)
            .sum());
  }

  @Override
  public synchronized Begun begin(ModelCall call) {
    calls.add(call);
    return new Begun.Kept(calls.size() - 1);
  }

  @Override
  public synchronized Optional<String> finish(long number, ModelCall call) {
    calls.set((int) number, call);
    return Optional.empty();
  }

  @Override
  public synchronized void used(String key, boolean used) {
    if (used) {
      unused.remove(key);
    } else if (calls.stream().anyMatch(call -> call.asked().key().equals(key))) {
      unused.add(key);
    }
  }

  /** Answers of which nothing came to use. */
  public synchronized int unused() {
    return unused.size();
  }

  /** As if nothing had been asked. */
  public synchronized void forget() {
    calls.clear();
    unused.clear();
  }

  @Override
  public synchronized void reused(String key, String week, Instant at) {
    reused++;
  }

  public synchronized int reused() {
    return reused;
  }

  public synchronized List<String> outcomes() {
    return calls.stream().map(call -> call.came().outcome()).toList();
  }

  public synchronized List<ModelCall> calls() {
    return List.copyOf(calls);
  }
}
