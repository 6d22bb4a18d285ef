package dev.mldigest.pipeline;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.PastDecision;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
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

  /** Links of some ten years of a weekly newsletter. */
  private static final int MOST_ARCHIVED = 50_000;

  private Past() {}

  static PastIssues before(Week week, Ledger ledger, Settings settings) {
    List<PastIssues.Past> items =
        ledger.past(week, MOST).stream().map(past -> item(past, settings)).toList().reversed();
    return new PastIssues(items, archived(week, ledger, settings), Set.of());
  }

  /**
   * What the editor's own archive holds of earlier weeks. The week's own is left out: an issue that
   * is made again after it was published must not find itself.
   */
  private static List<PastIssues.Past> archived(Week week, Ledger ledger, Settings settings) {
    return settings.sources().stream()
        .filter(source -> source.kind() == SourceKind.ARCHIVE)
        .flatMap(source ->
            ledger.entriesOf(source.id(), MOST_ARCHIVED).stream()
                .map(entry -> archived(entry, source, settings)))
        .filter(past -> past.week().compareTo(week) < 0)
        .toList();
  }

  private static PastIssues.Past archived(Entry entry, Source source, Settings settings) {
    return new PastIssues.Past(
        entry.id(),
        Week.of(entry.date(), settings.zone()),
        entry.title(),
        "",
        entry.canonical(),
        source.title() + ", " + file(entry),
        true);
  }

  /** The newsletter's file: an archive's entries are named by it and the link. */
  private static String file(Entry entry) {
    String guid = String.valueOf(entry.feedEntry().guid());
    return guid.substring(0, Math.max(0, guid.lastIndexOf(' ')));
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
