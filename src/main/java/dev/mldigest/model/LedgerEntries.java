package dev.mldigest.model;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.spending.ModelCall;
import java.time.Instant;

/**
 * What stands in the ledger of the attempts of one model.
 *
 * @param week of the issue they are for
 */
record LedgerEntries(LanguageModel settings, String week) {
  /** In micro-units; 0 without prices. */
  long micros(Usage usage) {
    Prices prices = settings.prices();
    return prices == null ? 0 : prices.micros(usage.inputTokens(), usage.outputTokens());
  }

  /** As it is if nothing more is heard of it: with all that it may take. */
  ModelCall sent(Asked asked, Instant at) {
    Estimate estimate = asked.estimate();
    Attempt pending =
        Attempt.without(Attempt.Kind.SENT, 0, "")
            .billed(new Usage(estimate.input(), estimate.output()), true);
    return of(asked, at, pending, 0);
  }

  /**
   * @param millis from sending to the end of the answer
   */
  ModelCall of(Asked asked, Instant at, Attempt attempt, long millis) {
    Prices prices = settings.prices();
    Usage usage = attempt.usage();
    ModelCall.Cost cost =
        prices == null ? null : new ModelCall.Cost(micros(usage), prices.currency(), prices.asOf());
    return new ModelCall(
        new ModelCall.Asked(
            asked.key(), asked.prompt().id(), asked.question().itemId(), settings.name(), week),
        at,
        new ModelCall.Came(
            outcome(attempt),
            attempt.status(),
            attempt.text(),
            millis,
            attempt.detail(),
            CutPrompt.remark(attempt, asked.estimate())),
        new ModelCall.Bill(usage.inputTokens(), usage.outputTokens(), attempt.estimated(), cost));
  }

  /** By its status where that is no success. */
  private static String outcome(Attempt attempt) {
    boolean told = attempt.status() == 0 || attempt.status() / 100 == 2;
    return told
            || attempt.kind() == Attempt.Kind.RATE_LIMITED
            || attempt.kind() == Attempt.Kind.REFUSED
        ? attempt.kind().word()
        : "http " + attempt.status();
  }
}
