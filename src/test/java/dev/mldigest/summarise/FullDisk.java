package dev.mldigest.summarise;

import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import java.time.Instant;
import java.util.Optional;

/** The ledger's contract where no answer can be kept. */
public final class FullDisk implements ReplyLedger {
  @Override
  public Optional<StoredReply> find(String key) {
    return Optional.empty();
  }

  @Override
  public ModelSpending spent(String week) {
    return new ModelSpending(0, 0);
  }

  @Override
  public Begun begin(ModelCall call) {
    return new Begun.Kept(0);
  }

  @Override
  public Optional<String> finish(long number, ModelCall call) {
    return Optional.of("The disk is full.");
  }

  @Override
  public void used(String key, boolean used) {}

  @Override
  public void reused(String key, String week, Instant at) {}
}
