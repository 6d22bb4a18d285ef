package dev.mldigest.testkit;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Receipts that outlast a process which is killed before or after any of its writes. */
public final class MemoryReceipts implements Receipts {
  /** The process is gone. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed");
    }
  }

  private final List<Receipt> kept = new ArrayList<>();
  private final BooleanSupplier killed;

  /**
   * @param killed asked before and after each write
   */
  public MemoryReceipts(BooleanSupplier killed) {
    this.killed = killed;
  }

  @Override
  public List<Receipt> of(Week week) {
    return kept.stream().filter(one -> one.week().equals(week)).toList();
  }

  @Override
  public void keep(Receipt receipt) {
    die();
    kept.removeIf(one -> one.week().equals(receipt.week()) && one.hash().equals(receipt.hash()));
    kept.add(receipt);
    die();
  }

  private void die() {
    if (killed.getAsBoolean()) {
      throw new Killed();
    }
  }
}
