package dev.mldigest.model;

import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger that keeps everything and remembers no answer from before: all is asked again, once. */
public final class AskedAgain implements ReplyLedger {
  private final ReplyLedger ledger;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  public AskedAgain(ReplyLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Optional<StoredReply> find(String key) {
    return answered.contains(key) ? ledger.find(key) : Optional.empty();
  }

  @Override
  public ModelSpending spent(String week) {
    return ledger.spent(week);
  }

  @Override
  public Begun begin(ModelCall call) {
    return ledger.begin(call);
  }

  @Override
  public Optional<String> finish(long number, ModelCall call) {
    if (call.came().outcome().equals(ModelCall.ANSWERED)) {
      answered.add(call.asked().key());
    }
    return ledger.finish(number, call);
  }

  @Override
  public void used(String key, boolean used) {
    ledger.used(key, used);
  }

  @Override
  public void reused(String key, String week, Instant at) {
    ledger.reused(key, week, at);
  }
}
