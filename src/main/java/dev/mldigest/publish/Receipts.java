package dev.mldigest.publish;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Receipt;
import java.util.List;

/** What a target noted of its drafts; it outlasts the process. */
public interface Receipts {
  /** Those of a week, oldest first. */
  List<Receipt> of(Week week);

  /** Keeps it in the place of the one with the same week and hash; it is on disk when this ends. */
  void keep(Receipt receipt);
}
