package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.transcript.Transcripts;
import dev.mldigest.fetch.http.PageOutcome;
import dev.mldigest.fetch.http.Pages;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that feeds carry themselves, or offer beside an entry: transcripts, full texts, notes.
 */
record CarriedText(Settings settings, Pages pages, Extractor extractor) {
  /** Files tried for one recording: the same text in several forms. */
  private static final int TRANSCRIPTS = 2;

  /** The least a summary can be made of. */
  private static final int USABLE_WORDS = 25;

  /** A line of so many words describes a talk; its title alone is mostly shorter. */
  private static final int DESCRIBED_WORDS = 5;

  /** The notes of a release are often shorter, and all there is where its page cannot be had. */
  private static final int RELEASE_WORDS = 20;

  /** What was said, where the feed offers it and it can be had; the show notes are second best. */
  Optional<ExtractOutcome.Extracted> transcript(List<Entry> entries) {
    if (!settings.network().articles()) {
      return Optional.empty();
    }
    for (Entry entry : entries) {
      Source source = source(entry);
      List<Enclosure> offered =
          source == null || !source.kind().isSpoken()
              ? List.of()
              : Transcripts.bestFirst(entry.feedEntry().transcripts());
      for (Enclosure file : offered.stream().limit(TRANSCRIPTS).toList()) {
        URI uri = WholePage.uri(file.url());
        if (uri != null
            && pages.transcript(
                    uri,
                    Objects.requireNonNull(source).url(),
                    page -> spoken(page, file, entry, source.kind()))
                instanceof ExtractOutcome.Extracted text
            && text.article().words() >= USABLE_WORDS) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  private static ExtractOutcome spoken(
      PageOutcome outcome, Enclosure file, Entry entry, SourceKind kind) {
    return outcome instanceof PageOutcome.Page page
        ? Transcripts.read(
            page.body(),
            page.contentType(),
            file,
            address(entry),
            entry.title(),
            kind == SourceKind.PODCAST ? PageKind.PODCAST : PageKind.VIDEO)
        : WholePage.why(outcome);
  }

  /** The longest usable text that the feeds themselves carry. */
  Optional<ExtractOutcome.Extracted> of(List<Entry> entries) {
    return longest(entries, this::least);
  }

  /** Of talks and episodes, which few say much of, any line that their feeds carry. */
  Optional<ExtractOutcome.Extracted> description(List<Entry> entries) {
    return longest(entries.stream().filter(this::isSpoken).toList(), entry -> DESCRIBED_WORDS);
  }

  private Optional<ExtractOutcome.Extracted> longest(
      List<Entry> entries, ToIntFunction<Entry> least) {
    ExtractOutcome.Extracted best = null;
    for (Entry entry : entries) {
      for (String html : texts(entry.feedEntry())) {
        if (pages
                    .parsing()
                    .of(
                        html.length(),
                        () -> extractor.extractFragment(html, address(entry), entry.title()))
                instanceof ExtractOutcome.Extracted text
            && text.article().words() >= least.applyAsInt(entry)
            && (best == null || text.article().words() > best.article().words())) {
          best = text;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isSpoken(Entry entry) {
    Source source = source(entry);
    return source != null && source.kind().isSpoken();
  }

  private int least(Entry entry) {
    Source source = source(entry);
    return source != null && source.kind() == SourceKind.GITHUB ? RELEASE_WORDS : USABLE_WORDS;
  }

  private static List<String> texts(FeedEntry entry) {
    return Stream.of(entry.content(), entry.summary())
        .filter(html -> html != null && !html.isBlank())
        .map(String::valueOf)
        .toList();
  }

  private @Nullable Source source(Entry entry) {
    return settings.source(entry.sourceId()).orElse(null);
  }

  private static String address(Entry entry) {
    return entry.link() == null ? "" : entry.link();
  }
}
