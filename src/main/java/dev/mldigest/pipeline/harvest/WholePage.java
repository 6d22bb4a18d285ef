package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.Reading;
import dev.mldigest.fetch.http.PageOutcome;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.web.PageNumber;
import dev.mldigest.web.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page tells: read to its end where it goes on elsewhere, and each page asked for once. */
record WholePage(Pages pages, Extractor extractor) {
  private static final Logger LOG = LoggerFactory.getLogger(WholePage.class);

  /** Of one article; who tells more on ten is telling a book. */
  private static final int MOST_PAGES = 10;

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

  /** Why nothing was read. */
  static ExtractOutcome why(PageOutcome outcome) {
    return switch (outcome) {
      case PageOutcome.Blocked(String reason) ->
          new ExtractOutcome.Unreadable(PageKind.BOT_CHECK, reason);
      case PageOutcome.Failed(String reason) -> new ExtractOutcome.Missing(reason);
      case PageOutcome.Page page ->
          new ExtractOutcome.Missing("Nothing was read at " + page.url().getHost() + ".");
    };
  }

  /**
   * What a page tells.
   *
   * @param doubtful whether two opinions on what of it is the article differ widely
   */
  record Told(ExtractOutcome outcome, boolean doubtful) {
    static Told certain(ExtractOutcome outcome) {
      return new Told(outcome, false);
    }
  }

  /** All pages of the article that begins at the address. */
  Told read(URI address, @Nullable String selector) {
    Had had = whole(address, selector);
    return new Told(had.outcome(), had.reading() != null && had.read().doubtful());
  }

  /** What stands at a place of the page, whose name is the address's fragment. */
  ExtractOutcome place(URI address, String place, String title) {
    return pages
        .fetch(
            address,
            outcome ->
                new Had(
                    null,
                    outcome instanceof PageOutcome.Page page
                        ? extractor.extractPlace(
                            page.body(), page.contentType(), page.url().toString(), place, title)
                        : why(outcome)))
        .outcome();
  }

  /** The full text of a paper, as far as arXiv's share of the run allows. */
  ExtractOutcome paper(URI address) {
    return pages.paper(address, reading(null)).outcome();
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
    for (int page = 2; page <= MOST_PAGES && TextBound.fits(whole.article()); page++) {
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

  /** Null where it is no address. */
  static @Nullable URI uri(@Nullable String link) {
    try {
      return link == null ? null : new URI(link);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
