package dev.mldigest.pipeline;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.PastDecision;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Week;
import dev.mldigest.store.Ledger;
import java.util.List;
import java.util.Set;

/** What earlier issues picked and what they passed over, as selection wants it. */
final class Past {
  /**
   * About a year of picks with the runners-up beside them; more teaches little and costs memory.
   */
  private static final int MOST = 6_000;

  private Past() {}

  static PastIssues before(Week week, Ledger ledger, Settings settings) {
    List<PastIssues.Past> items =
        ledger.past(week, MOST).stream().map(past -> item(past, settings)).toList().reversed();
    return new PastIssues(items, Set.of());
  }

  private static PastIssues.Past item(PastDecision past, Settings settings) {
    Entry entry = past.considered().entry();
    Article article = past.considered().article();
    return new PastIssues.Past(
        entry.id(),
        past.week(),
        entry.title(),
        article == null ? "" : article.text(),
        entry.canonical(),
        settings.source(entry.sourceId()).map(Source::title).orElse(entry.sourceId()),
        past.reason() == Reason.PICKED);
  }
}
