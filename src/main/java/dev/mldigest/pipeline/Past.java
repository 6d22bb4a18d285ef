package dev.mldigest.pipeline;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.CanonicalUrl;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What earlier issues picked and what they passed over, as selection wants it. */
public final class Past {
  /**
   * About a year of picks with the runners-up beside them; more teaches little and costs memory.
   */
  private static final int MOST = 6_000;

  /** Links of some ten years of a weekly newsletter. */
  private static final int MOST_ARCHIVED = 50_000;

  private Past() {}

  /** What was decided before a week. */
  public static PastIssues before(Week week, Ledger ledger, Settings settings) {
    List<PastDecision> decided = ledger.past(week, MOST);
    List<PastIssues.Past> items =
        decided.stream().map(past -> item(past, settings)).toList().reversed();
    Stream<PastIssues.Past> printed = decided.stream().flatMap(past -> printed(past, settings));
    Stream<PastIssues.Past> archived = archived(week, ledger, settings);
    return new PastIssues(items, Stream.concat(printed, archived).toList(), Set.of());
  }

  /**
   * A pick by the address its issue printed, which may lie behind a redirect. Not by the canonical
   * address the page states: on some sites every page states the same.
   */
  private static Stream<PastIssues.Past> printed(PastDecision past, Settings settings) {
    Article article = past.considered().article();
    return past.reason() == Reason.PICKED && article != null
        ? Stream.of(
            past(past, CanonicalUrl.of(article.url()).orElse(null), article.text(), settings))
        : Stream.empty();
  }

  /**
   * What the editor's own archive holds of earlier weeks. The week's own is left out: an issue that
   * is made again after it was published must not find itself.
   */
  private static Stream<PastIssues.Past> archived(Week week, Ledger ledger, Settings settings) {
    return settings.sources().stream()
        .filter(source -> source.kind() == SourceKind.ARCHIVE)
        .flatMap(source ->
            ledger.entriesOf(source.id(), MOST_ARCHIVED).stream()
                .map(entry -> archived(entry, source, settings)))
        .filter(past -> past.week().compareTo(week) < 0);
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
    Article article = past.considered().article();
    String text = article == null ? "" : article.text();
    return past(past, past.considered().entry().canonical(), text, settings);
  }

  private static PastIssues.Past past(
      PastDecision past, @Nullable String address, String text, Settings settings) {
    Entry entry = past.considered().entry();
    return new PastIssues.Past(
        entry.id(),
        past.week(),
        entry.title(),
        text,
        address,
        settings.source(entry.sourceId()).map(Source::title).orElse(entry.sourceId()),
        past.reason() == Reason.PICKED,
        entry.feedEntry().authors(),
        entry.feedEntry().categories(),
        entry.feedEntry().signals(),
        settings.source(entry.sourceId()).map(Source::weight).orElse(1.0));
  }
}
