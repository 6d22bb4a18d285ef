package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.ExtractOutcome;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.PageKind;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.Reading;
import dev.mldigest.extract.meta.PageNumber;
import dev.mldigest.extract.transcript.Transcripts;
import dev.mldigest.fetch.http.PageOutcome;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.web.Host;
import dev.mldigest.web.Redaction;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
public final class ArticleReading {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleReading.class);

  /** A feed text of so many words that does not break off is taken for the full text. */
  private static final int FULL_TEXT_WORDS = 120;

  /** No abstract of arXiv is as long: 1,920 characters are allowed. */
  private static final int PAPER_WORDS = 400;

  /**
   * Some sixty thousand words: longer than any article, and what every stage after this one may
   * rely on.
   */
  private static final int MOST_CHARS = 400_000;

  /** Of one article; who tells more on ten is telling a book. */
  private static final int MOST_PAGES = 10;

  /** Files tried for one recording: the same text in several forms. */
  private static final int TRANSCRIPTS = 2;

  /** The least a summary can be made of. */
  private static final int USABLE_WORDS = 25;

  /** The notes of a release are often shorter, and all there is where its page cannot be had. */
  private static final int RELEASE_WORDS = 20;

  private static final ExtractOutcome PLACELESS =
      new ExtractOutcome.Unreadable(
          PageKind.EMPTY,
          "Its link leads to a page of several entries or to its source's home, and the feed"
              + " carries no text.");

  private final Settings settings;
  private final Pages pages;
  private final Extractor extractor;
  private final PaperPages papers;

  public ArticleReading(Settings settings, Pages pages, Extractor extractor) {
    this(settings, pages, extractor, PaperPages.ARXIV);
  }

  public ArticleReading(Settings settings, Pages pages, Extractor extractor, PaperPages papers) {
    this.papers = papers;
    this.settings = settings;
    this.pages = pages;
    this.extractor = extractor;
  }

  /** Reads the page that all these entries point to; at least one entry. */
  public ExtractOutcome read(List<Entry> entries) {
    return settled(entries, ofPage(entries));
  }

  /**
   * The same, without what is told by those whose word does not count for this page. Where some of
   * the entries are {@link #atHome}, this needs no others.
   */
  ExtractOutcome ofPage(List<Entry> entries) {
    return cut(whole(entries));
  }

  /**
   * What remains where a page told nothing: the text of whoever carries one.
   *
   * @param page what came of it
   */
  ExtractOutcome settled(List<Entry> entries, ExtractOutcome page) {
    return page instanceof ExtractOutcome.Extracted
        ? page
        : cut(carried(entries).<ExtractOutcome>map(text -> text).orElse(page));
  }

  private static ExtractOutcome cut(ExtractOutcome whole) {
    return whole instanceof ExtractOutcome.Extracted(Article article) && !fits(article)
        ? new ExtractOutcome.Extracted(cut(article))
        : whole;
  }

  private static Article cut(Article article) {
    return article.withText(cut(article.text()), cut(article.markdown()), article.words());
  }

  /** At the end of a line, so that no sentence is cut in two where there are lines at all. */
  private static String cut(String text) {
    if (text.length() <= MOST_CHARS) {
      return text;
    }
    int line = text.lastIndexOf('\n', MOST_CHARS);
    return text.substring(0, line > 0 ? line : MOST_CHARS);
  }

  private ExtractOutcome whole(List<Entry> entries) {
    List<Entry> trusted = speakers(entries);
    Entry first = trusted.isEmpty() ? entries.getFirst() : trusted.getFirst();
    Optional<ExtractOutcome.Extracted> spoken = transcript(trusted);
    if (spoken.isPresent()) {
      return spoken.get();
    }
    Optional<ExtractOutcome.Extracted> told = carried(trusted);
    Optional<ExtractOutcome.Extracted> paper = paper(first);
    if (paper.isPresent()) {
      return paper.get();
    }
    if (told.isPresent() && suffices(told.get(), trusted)) {
      return told.get();
    }
    if (first.isPlaceless()) {
      return told.<ExtractOutcome>map(text -> text).orElse(PLACELESS);
    }
    ExtractOutcome page = page(first);
    if (told.isEmpty()) {
      return page;
    }
    return page instanceof ExtractOutcome.Extracted extracted && !tellsMore(told.get(), extracted)
        ? extracted
        : page instanceof ExtractOutcome.Extracted shorter ? told(shorter, told.get()) : told.get();
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

  /**
   * Whose text may stand for the page without a look at it: its own site's, or that of the only
   * source that speaks of it. Else any feed could put its words under another's address.
   */
  private List<Entry> speakers(List<Entry> entries) {
    List<Entry> home = atHome(entries);
    boolean alone = entries.stream().map(Entry::sourceId).distinct().count() == 1;
    return home.isEmpty() && alone ? entries : home;
  }

  /** Those of the entries that the page's own site tells. */
  List<Entry> atHome(List<Entry> entries) {
    return entries.stream().filter(this::isAtHome).toList();
  }

  /** True where one of the hosts of the feed and of its entry is within the other's domain. */
  boolean isAtHome(Entry entry) {
    Source source = source(entry);
    Host page = Host.of(entry.link());
    return page.isNone() || (source != null && Host.of(source.url()).isAkinTo(page));
  }

  /** Full texts of papers are few in a run, and go to those that most sources speak of. */
  boolean isPaper(Entry entry) {
    return !papers.of(entry.link()).isEmpty();
  }

  /** What was said, where the feed offers it and it can be had; the show notes are second best. */
  private Optional<ExtractOutcome.Extracted> transcript(List<Entry> entries) {
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
        URI uri = uri(file.url());
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
        : why(outcome);
  }

  /** The longest usable text that the feeds themselves carry. */
  private Optional<ExtractOutcome.Extracted> carried(List<Entry> entries) {
    ExtractOutcome.Extracted best = null;
    for (Entry entry : entries) {
      for (String html : texts(entry.feedEntry())) {
        if (pages
                    .parsing()
                    .of(
                        html.length(),
                        () -> extractor.extractFragment(html, address(entry), entry.title()))
                instanceof ExtractOutcome.Extracted text
            && text.article().words() >= least(entry)
            && (best == null || text.article().words() > best.article().words())) {
          best = text;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The full text of a paper of arXiv, if it can be had and arXiv's share of the run allows. */
  private Optional<ExtractOutcome.Extracted> paper(Entry entry) {
    List<URI> places = settings.network().articles() ? papers.of(entry.link()) : List.of();
    for (URI place : places) {
      if (pages.paper(place, reading(null)).outcome() instanceof ExtractOutcome.Extracted text
          && text.article().words() >= PAPER_WORDS) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
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

  private boolean suffices(ExtractOutcome.Extracted carried, List<Entry> entries) {
    boolean wholeByKind =
        entries.stream()
            .map(this::source)
            .anyMatch(source ->
                source != null
                    && (source.kind() == SourceKind.ARXIV
                        || source.kind() == SourceKind.HUGGING_FACE
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

  private ExtractOutcome page(Entry entry) {
    if (!settings.network().articles()) {
      return new ExtractOutcome.Unreadable(
          PageKind.EMPTY,
          "Article pages are switched off in feeds.yaml and the feed carries no text.");
    }
    URI uri = uri(entry.link());
    if (uri == null) {
      return new ExtractOutcome.Unreadable(
          PageKind.EMPTY, "The entry has no link and its feed carries no text.");
    }
    Source source = source(entry);
    return whole(uri, source == null ? null : source.selector()).outcome();
  }

  /** What came of asking for a page: what was read in it, or why it could not be had. */
  private record Had(@Nullable Reading reading, ExtractOutcome outcome) {
    boolean isReadable() {
      return outcome instanceof ExtractOutcome.Extracted;
    }

    /** Of a page that was read. */
    Reading read() {
      return Objects.requireNonNull(reading);
    }

    URI url() {
      return URI.create(read().article().url());
    }
  }

  private Function<PageOutcome, Had> reading(@Nullable String selector) {
    return outcome -> {
      if (!(outcome instanceof PageOutcome.Page page)) {
        return new Had(null, why(outcome));
      }
      Reading reading = extract(page, selector);
      return new Had(reading, reading.outcome());
    };
  }

  private static ExtractOutcome why(PageOutcome outcome) {
    return switch (outcome) {
      case PageOutcome.Blocked(String reason) ->
          new ExtractOutcome.Unreadable(PageKind.BOT_CHECK, reason);
      case PageOutcome.Failed(String reason) -> new ExtractOutcome.Missing(reason);
      case PageOutcome.Page page ->
          new ExtractOutcome.Missing("Nothing was read at " + page.url().getHost() + ".");
    };
  }

  private Had whole(URI address, @Nullable String selector) {
    Had first = pages.fetch(address, reading(selector));
    if (first.reading() == null) {
      return first;
    }
    Had had = continued(first, selector);
    URI other = uri(had.read().alternate());
    return other == null || other.equals(first.url()) ? had : better(had, first.url(), other);
  }

  /** A page without text may be told in another form, which is asked for once. */
  private Had better(Had empty, URI page, URI other) {
    Had had = pages.alternate(other, page, reading(null));
    return had.isReadable() ? of(had.read().at(page.toString())) : empty;
  }

  private static Had of(Reading reading) {
    return new Had(reading, reading.outcome());
  }

  /** The article with those of its pages that follow the one given, as far as they can be had. */
  private Had continued(Had first, @Nullable String selector) {
    PageNumber at = PageNumber.of(first.url().toString());
    if (!first.isReadable() || at == null || at.number() != 1) {
      return first;
    }
    Reading whole = first.read();
    for (int page = 2; page <= MOST_PAGES && fits(whole.article()); page++) {
      URI next = uri(whole.next());
      Had following = next == null ? null : pages.fetch(next, reading(selector));
      // A redirect may lead to another story, or back to the first page.
      if (following == null
          || following.reading() == null
          || !at.precedes(PageNumber.of(following.url().toString()))) {
        break;
      }
      Reading joined = following.isReadable() ? whole.joined(following.read()) : whole;
      if (joined.article().words() == whole.article().words()) {
        break;
      }
      whole = joined;
      at = Objects.requireNonNull(PageNumber.of(following.url().toString()));
    }
    return of(whole);
  }

  private static boolean fits(Article article) {
    return article.text().length() <= MOST_CHARS && article.markdown().length() <= MOST_CHARS;
  }

  private Reading extract(PageOutcome.Page page, @Nullable String selector) {
    Reading reading =
        extractor.read(page.body(), page.contentType(), page.url().toString(), selector);
    if (reading.hidden() > 0 && reading.article().kind() == PageKind.PAPER) {
      LOG.warn(
          "{} hides {} characters from its readers; they were left out",
          Redaction.in(page.url().toString()),
          reading.hidden());
    }
    return reading;
  }

  private @Nullable Source source(Entry entry) {
    return settings.source(entry.sourceId()).orElse(null);
  }

  private static String address(Entry entry) {
    return entry.link() == null ? "" : entry.link();
  }

  private static @Nullable URI uri(@Nullable String link) {
    try {
      return link == null ? null : new URI(link);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }
}
