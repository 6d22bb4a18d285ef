package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Redaction;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where an article's text comes from: the feed where it carries the full text, the abstract
 * of a paper, the page otherwise, and the feed's text where the page cannot be read or tells less.
 * For a paper of arXiv its full text is asked for first, the abstract is what remains without. An
 * article told on several pages is read to its end. Each page is asked for at most once.
 */
final class ArticleReading {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleReading.class);

  /** A feed text of so many words that does not break off is taken for the full text. */
  private static final int FULL_TEXT_WORDS = 120;

  /**
   * Of the words of a doubtful page; a feed's text with fewer may be the article's beginning. Of
   * 631 pages of the web 14 are doubtful and would be read anew from a whole text: F1 .15 better,
   * none worse; of texts cut in the middle one would be taken.
   */
  private static final double LEAST_OF_PAGE = 0.6;

  /** No abstract of arXiv is as long: 1,920 characters are allowed. */
  private static final int PAPER_WORDS = 400;

  private static final ExtractOutcome PLACELESS =
      new ExtractOutcome.Unreadable(
          PageKind.EMPTY,
          "Its link leads to a page of several entries or to its source's home, and the feed"
              + " carries no text.");

  private final Settings settings;
  private final Speakers speakers;
  private final CarriedText carried;
  private final WholePage pages;
  private final PaperPages papers;

  ArticleReading(Settings settings, Pages pages, Extractor extractor) {
    this(settings, pages, extractor, PaperPages.ARXIV);
  }

  ArticleReading(Settings settings, Pages pages, Extractor extractor, PaperPages papers) {
    this.settings = settings;
    this.speakers = new Speakers(settings);
    this.carried = new CarriedText(settings, pages, extractor);
    this.pages = new WholePage(pages, extractor);
    this.papers = papers;
  }

  /** Reads the page that all these entries point to; at least one entry. */
  ExtractOutcome read(List<Entry> entries) {
    return settled(entries, ofPage(entries));
  }

  /**
   * The same, without what is told by those whose word does not count for this page. Where some of
   * the entries are {@link Speakers#atHome}, this needs no others.
   */
  ExtractOutcome ofPage(List<Entry> entries) {
    return TextBound.cut(whole(entries));
  }

  /**
   * What remains where a page told nothing: the text of whoever carries one.
   *
   * @param page what came of it
   */
  ExtractOutcome settled(List<Entry> entries, ExtractOutcome page) {
    return page instanceof ExtractOutcome.Extracted
        ? page
        : TextBound.cut(
            carried
                .of(entries)
                .or(() -> carried.description(entries))
                .<ExtractOutcome>map(text -> text)
                .orElse(page));
  }

  private ExtractOutcome whole(List<Entry> entries) {
    List<Entry> trusted = speakers.of(entries);
    Entry first = trusted.isEmpty() ? entries.getFirst() : trusted.getFirst();
    Optional<ExtractOutcome.Extracted> spoken = carried.transcript(trusted);
    if (spoken.isPresent()) {
      return spoken.get();
    }
    Optional<ExtractOutcome.Extracted> told = carried.of(trusted);
    Optional<ExtractOutcome.Extracted> paper = paper(first);
    if (paper.isPresent()) {
      return paper.get();
    }
    if (told.isPresent() && suffices(told.get(), trusted)) {
      return told.get();
    }
    if (first.isPlaceless()) {
      return told.<ExtractOutcome>map(text -> text).orElseGet(() -> place(first));
    }
    WholePage.Told page = page(first);
    return told.map(text -> better(text, page)).orElse(page.outcome());
  }

  /** The page's text or the feed's. */
  private static ExtractOutcome better(ExtractOutcome.Extracted carried, WholePage.Told page) {
    if (!(page.outcome() instanceof ExtractOutcome.Extracted extracted)) {
      return carried;
    }
    if (page.doubtful() && isWhole(carried, extracted)) {
      LOG.info(
          "Of {} the feed's text was taken: opinions on what its page tells differ widely",
          Redaction.in(extracted.article().url()));
      return told(extracted, carried);
    }
    return tellsMore(carried, extracted) ? told(extracted, carried) : extracted;
  }

  /** Whether the feed's text ends with a sentence, and is no teaser of what the page tells. */
  private static boolean isWhole(ExtractOutcome.Extracted carried, ExtractOutcome.Extracted page) {
    int words = carried.article().words();
    return words >= FULL_TEXT_WORDS
        && words >= page.article().words() * LEAST_OF_PAGE
        && !breaksOff(carried.article().text())
        && endsWithSentence(carried.article().text().strip());
  }

  private static boolean endsWithSentence(String text) {
    return ".!?”\"’)。！？」।؟".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /**
   * The page is the cleaner text and says more of itself: it goes first, unless it is a teaser. A
   * fifth is what furniture can make of a difference.
   */
  private static boolean tellsMore(
      ExtractOutcome.Extracted carried, ExtractOutcome.Extracted page) {
    return carried.article().words() * 5L > page.article().words() * 6L;
  }

  /** The page as it describes itself, with the feed's text. */
  private static ExtractOutcome told(
      ExtractOutcome.Extracted page, ExtractOutcome.Extracted carried) {
    Article text = carried.article();
    return new ExtractOutcome.Extracted(
        page.article().withText(text.text(), text.markdown(), text.words()));
  }

  Speakers speakers() {
    return speakers;
  }

  /** Full texts of papers are few in a run, and go to those that most sources speak of. */
  boolean isPaper(Entry entry) {
    return !papers.of(entry.link()).isEmpty();
  }

  /** The full text of a paper of arXiv, if it can be had and arXiv's share of the run allows. */
  private Optional<ExtractOutcome.Extracted> paper(Entry entry) {
    List<URI> places = settings.network().articles() ? papers.of(entry.link()) : List.of();
    for (URI place : places) {
      if (pages.paper(place) instanceof ExtractOutcome.Extracted text
          && text.article().words() >= PAPER_WORDS) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private boolean suffices(ExtractOutcome.Extracted carried, List<Entry> entries) {
    boolean wholeByKind =
        entries.stream()
            .map(this::source)
            .anyMatch(source ->
                source != null
                    && (source.kind() == SourceKind.ARXIV
                        || source.kind() == SourceKind.HUGGING_FACE
                        || source.isLocal()
                        || source.kind().isSpoken()));
    boolean hasContent = entries.stream().anyMatch(entry -> entry.feedEntry().content() != null);
    return !settings.network().articles()
        || wholeByKind
        || (hasContent
            && !breaksOff(carried.article().text())
            && carried.article().words() >= FULL_TEXT_WORDS);
  }

  /** A teaser ends in dots, and often in one more line that sends the reader on. */
  private static boolean breaksOff(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - 2), lines.size()).stream()
        .map(String::strip)
        .anyMatch(line -> Stream.of("…", "...", "…]", "...]").anyMatch(line::endsWith));
  }

  /** Of a page of several entries what stands where this one's link leads. */
  private ExtractOutcome place(Entry entry) {
    URI uri = WholePage.uri(entry.link());
    String place =
        CanonicalUrl.place(entry.link()).isEmpty() || uri == null ? null : uri.getFragment();
    if (place == null || uri == null || !settings.network().articles()) {
      return PLACELESS;
    }
    return pages.place(uri, place, entry.title()) instanceof ExtractOutcome.Extracted piece
        ? piece
        : PLACELESS;
  }

  private WholePage.Told page(Entry entry) {
    if (!settings.network().articles()) {
      return WholePage.Told.certain(
          new ExtractOutcome.Unreadable(
              PageKind.EMPTY,
              "Article pages are switched off in feeds.yaml and the feed carries no text."));
    }
    URI uri = WholePage.uri(entry.link());
    if (uri == null) {
      return WholePage.Told.certain(
          new ExtractOutcome.Unreadable(
              PageKind.EMPTY, "The entry has no link and its feed carries no text."));
    }
    Source source = source(entry);
    return pages.read(uri, source == null ? null : source.selector());
  }

  private @Nullable Source source(Entry entry) {
    return settings.source(entry.sourceId()).orElse(null);
  }
}
