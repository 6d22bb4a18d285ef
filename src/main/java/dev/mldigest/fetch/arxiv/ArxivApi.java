package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Validators;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.feed.FeedShape;
import dev.mldigest.fetch.feed.ItemReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads arXiv's API: the papers of some categories, newest first, page by page, until they are
 * older than wanted. It knows dates of submission, not of announcement.
 */
final class ArxivApi {
  /**
   * Of the 2,000 that the API allows at a time; set by hand, so that a page that is asked for again
   * costs little.
   */
  static final int PAGE = 500;

  /** arXiv serves at most 30,000 results of a query. */
  private static final int REACHABLE = 30_000;

  /** Identifiers in one question: an address of some 3,000 characters. */
  private static final int IDS = 200;

  /** No number of results is negative. */
  private static final int UNSAID = -1;

  /** What the list is sorted by, and read back by. */
  enum Order {
    FIRST_SUBMITTED("submittedDate"),
    LAST_SUBMITTED("lastUpdatedDate");

    private final String word;

    Order(String word) {
      this.word = word;
    }

    private boolean before(FeedEntry entry, Instant oldest) {
      Instant date = this == FIRST_SUBMITTED ? entry.published() : entry.updated();
      return date != null && date.isBefore(oldest);
    }
  }

  private final Http http;
  private final int page;

  ArxivApi(Http http, int page) {
    this.http = http;
    this.page = page;
  }

  /** Everything since then, and a little more. */
  ArxivAnswer read(Source source, Instant oldest, Order order) {
    List<ArxivPaper> papers = new ArrayList<>();
    Set<String> warnings = new LinkedHashSet<>();
    Instant at = null;
    for (int start = 0; start < REACHABLE; start += page) {
      Page got = page(source, search(source, order), start);
      if (got.trouble() != null) {
        return new ArxivAnswer.Broken(papers, start, got.trouble());
      }
      papers.addAll(got.papers());
      warnings.addAll(got.warnings());
      at = start == 0 ? got.at() : at;
      boolean past = got.papers().stream().anyMatch(paper -> order.before(paper.entry(), oldest));
      if (!past && got.total() == UNSAID) {
        return new ArxivAnswer.Broken(
            papers,
            start + got.size(),
            new FetchOutcome.Failed(
                FetchFailure.MALFORMED, "arXiv does not say how many results it has."));
      }
      if (past || start + page >= got.total() || got.size() == 0) {
        Instant upTo = at == null ? null : ArxivCalendar.day(at);
        return new ArxivAnswer.Read(
            papers, upTo, List.copyOf(warnings), Validators.NONE, Duration.ZERO);
      }
    }
    return new ArxivAnswer.Broken(
        papers,
        REACHABLE,
        new FetchOutcome.Failed(
            FetchFailure.OUT_OF_REACH, "arXiv serves no more results of one query."));
  }

  /** The papers of these identifiers, in their highest versions. */
  ArxivAnswer read(Source source, List<String> ids) {
    List<ArxivPaper> papers = new ArrayList<>();
    int most = Math.min(page, IDS);
    for (int from = 0; from < ids.size(); from += most) {
      List<String> some = ids.subList(from, Math.min(from + most, ids.size()));
      Page got = page(source, "id_list=" + String.join(",", some), 0);
      if (got.trouble() != null) {
        return new ArxivAnswer.Broken(papers, from, got.trouble());
      }
      papers.addAll(got.papers());
    }
    return new ArxivAnswer.Read(papers, null, List.of(), Validators.NONE, Duration.ZERO);
  }

  // ------------------------------------------------------------------ pages

  /** Some papers, or what went wrong. */
  private record Page(
      List<ArxivPaper> papers,
      int size,
      int total,
      @Nullable Instant at,
      List<String> warnings,
      @Nullable FetchOutcome trouble) {
    boolean emptyBeforeTheEnd(int start) {
      return trouble == null && size == 0 && start < total;
    }
  }

  private static Page trouble(FetchOutcome outcome) {
    return new Page(List.of(), 0, 0, null, List.of(), outcome);
  }

  /** Empty pages before the end pass when asked again; the lane keeps the tries apart. */
  private Page page(Source source, String what, int start) {
    Page page = read(source, what, start);
    for (int tries = 1; tries < ArxivDocument.TRIES && page.emptyBeforeTheEnd(start); tries++) {
      page = read(source, what, start);
    }
    return page.emptyBeforeTheEnd(start)
        ? trouble(new FetchOutcome.Failed(FetchFailure.EMPTY, "arXiv sent an empty page."))
        : page;
  }

  private Page read(Source source, String what, int start) {
    return switch (ArxivDocument.get(http, HttpRequest.arxiv(query(source, what, start)))) {
      case ArxivDocument.Missing(FetchOutcome why) -> trouble(why);
      case ArxivDocument.NotModified _ ->
          trouble(FetchOutcome.Failed.http(304, "arXiv answered 304."));
      case ArxivDocument.Whole whole -> answered(whole);
    };
  }

  private static String search(Source source, Order order) {
    String search =
        source.categories().stream().map(name -> "cat:" + name).collect(Collectors.joining(" OR "));
    return "search_query="
        + URLEncoder.encode(search, StandardCharsets.UTF_8)
        + "&sortBy="
        + order.word
        + "&sortOrder=descending";
  }

  private URI query(Source source, String what, int start) {
    String base = source.url().toString();
    return URI.create(
        base
            + (base.contains("?") ? "&" : "?")
            + what
            + "&start="
            + start
            + "&max_results="
            + page);
  }

  private static Page answered(ArxivDocument.Whole whole) {
    FeedShape shape = FeedShape.of(whole.root().getDocument());
    if (shape == null) {
      return trouble(
          new FetchOutcome.Failed(FetchFailure.MALFORMED, "arXiv's answer is not a feed."));
    }
    String error = error(shape);
    int status = whole.answered().status();
    if (error != null) {
      return trouble(new FetchOutcome.Failed(FetchFailure.BAD_QUERY, "arXiv says: " + error));
    }
    return whole.answered().delivers()
        ? page(whole, shape)
        : trouble(FetchOutcome.Failed.http(status, "arXiv answered " + status + "."));
  }

  /** arXiv explains mistakes in a feed with one entry called "Error". */
  private static @Nullable String error(FeedShape shape) {
    if (shape.items().size() != 1
        || !"Error".equals(ArxivDocument.text(shape.items().getFirst(), "title"))) {
      return null;
    }
    String summary = ArxivDocument.text(shape.items().getFirst(), "summary");
    return summary == null ? "an error" : TitleText.of(summary);
  }

  private static Page page(ArxivDocument.Whole whole, FeedShape shape) {
    List<ArxivPaper> papers = new ArrayList<>();
    for (Element item : shape.items()) {
      ArxivPaper paper = paper(item, whole.answered().url());
      if (paper != null) {
        papers.add(paper);
      }
    }
    int size = shape.items().size();
    return new Page(papers, size, total(whole.root()), whole.at(), whole.warnings(), null);
  }

  private static int total(Element root) {
    String total = ArxivDocument.text(root, "totalResults");
    return total != null && total.matches("[0-9]{1,9}") ? Integer.parseInt(total) : UNSAID;
  }

  /** The primary category comes first. */
  private static @Nullable ArxivPaper paper(Element item, URI base) {
    FeedEntry stated = new ItemReader(item, base.toString()).read();
    Element primary = ArxivDocument.child(item, "primary_category");
    String title = ArxivDocument.plain(item, "title");
    Set<String> categories = new LinkedHashSet<>();
    if (primary != null && primary.getAttributeValue("term") != null) {
      categories.add(TitleText.of(primary.getAttributeValue("term")));
    }
    categories.addAll(stated.categories());
    FeedEntry entry =
        FeedEntry.titled(title == null ? "" : title)
            .guid(stated.guid())
            .link(stated.link())
            .published(stated.published())
            .updated(stated.updated())
            .authors(stated.authors())
            .summary(ArxivDocument.plain(item, "summary"))
            .categories(List.copyOf(categories))
            .build();
    return ArxivPaper.of(entry, ArxivDocument.plain(item, "comment"));
  }
}
