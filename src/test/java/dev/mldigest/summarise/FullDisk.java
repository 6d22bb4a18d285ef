package dev.mldigest.summarise;

import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import java.time.Instant;
import java.util.Optional;

/** The ledger's contract where nothing can be kept. */
public final class FullDisk implements ReplyLedger {
  @Override
  public Optional<StoredReply> find(String key) {
    return Optional.empty();
  }

  @Override
  public Optional<String> settled(String key) {
    return Optional.empty();
  }

  @Override
  public ModelSpending spent(String week) {
    return new ModelSpending(0, 0);
  }

  @Override
  public Optional<String> append(ModelCall call) {
    return Optional.of("The disk is full.");
  }

  @Override
  public void reused(String key, String week, Instant at) {}
}
