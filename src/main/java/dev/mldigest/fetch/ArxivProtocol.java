package dev.mldigest.fetch;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads arXiv's API: the newest submissions of some categories, page by page, until they are older
 * than the window. One entry a paper, in its highest version. Spacing is kept by {@link Http}.
 */
final class ArxivProtocol implements Protocol {
  static final int PAGE = 500;

  /** arXiv serves at most 30,000 results of a query. */
  private static final int REACHABLE = 30_000;

  private static final int TRIES = 4;

  /** Submissions are announced a day later, and clocks differ. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private static final Pattern TOTAL =
      Pattern.compile("<(?:\\w+:)?totalResults[^>]{0,200}>\\s*([0-9]{1,9})\\s*<");
  private static final Pattern ID =
      Pattern.compile("/abs/((?:[a-zA-Z.-]+/)?[0-9]{4}\\.?[0-9]{3,5})(?:v([0-9]{1,3}))?$");

  private final Http http;
  private final FeedParser parser;
  private final int page;

  ArxivProtocol(Http http, FeedParser parser) {
    this(http, parser, PAGE);
  }

  ArxivProtocol(Http http, FeedParser parser, int page) {
    this.http = http;
    this.parser = parser;
    this.page = page;
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    Instant oldest = window.from().minus(OVERLAP);
    Map<String, Paper> papers = new LinkedHashMap<>();
    for (int start = 0; start < REACHABLE; start += page) {
      Page got = page(source, start);
      if (got.trouble() != null) {
        return start == 0 ? got.trouble() : partial(papers, start, got.trouble());
      }
      got.entries().forEach(entry -> keepHighest(papers, entry));
      boolean past = got.entries().stream().anyMatch(entry -> before(entry, oldest));
      if (past || start + page >= got.total() || got.entries().isEmpty()) {
        return listing(papers, List.of());
      }
    }
    return listing(
        papers,
        List.of("More than " + REACHABLE + " submissions match; the rest is out of reach."));
  }

  private static boolean before(FeedEntry entry, Instant oldest) {
    return entry.published() != null && entry.published().isBefore(oldest);
  }

  // ------------------------------------------------------------------ pages

  /** Some entries, or what went wrong. */
  private record Page(List<FeedEntry> entries, int total, @Nullable FetchOutcome trouble) {}

  /** Empty pages before the end and 5xx pass when asked again; the lane keeps the tries apart. */
  private Page page(Source source, int start) {
    Page page = read(source, start);
    for (int tries = 1; tries < TRIES && transientTrouble(page, start); tries++) {
      page = read(source, start);
    }
    return transientTrouble(page, start) && page.trouble() == null
        ? new Page(List.of(), 0, new FetchOutcome.Failed("empty", "arXiv sent an empty page."))
        : page;
  }

  private static boolean transientTrouble(Page page, int start) {
    return page.trouble() == null
        ? page.entries().isEmpty() && start < page.total()
        : page.trouble() instanceof FetchOutcome.Failed failed
            && failed.word().startsWith("http 5");
  }

  private Page read(Source source, int start) {
    HttpReply reply = http.get(HttpRequest.arxiv(query(source, start)));
    return switch (reply) {
      case HttpReply.Answered answered -> answered(answered);
      case HttpReply.Limited limited ->
          trouble(new FetchOutcome.RateLimited(limited.retryAfter(), limited.detail()));
      case HttpReply.Refused refused -> trouble(new FetchOutcome.Refused(refused.detail()));
      case HttpReply.Broken broken ->
          trouble(new FetchOutcome.Failed(broken.word(), broken.detail()));
    };
  }

  private static Page trouble(FetchOutcome outcome) {
    return new Page(List.of(), 0, outcome);
  }

  private URI query(Source source, int start) {
    String search =
        source.categories().stream().map(name -> "cat:" + name).collect(Collectors.joining(" OR "));
    String base = source.url().toString();
    return URI.create(
        base
            + (base.contains("?") ? "&" : "?")
            + "search_query="
            + URLEncoder.encode(search, StandardCharsets.UTF_8)
            + "&sortBy=submittedDate&sortOrder=descending&start="
            + start
            + "&max_results="
            + page);
  }

  private Page answered(HttpReply.Answered answered) {
    String text = new String(answered.body(), StandardCharsets.UTF_8);
    FeedReading reading =
        parser.parse(answered.body(), answered.header("Content-Type"), answered.url());
    return switch (reading) {
      case FeedReading.Read(Feed feed) when error(feed) != null ->
          trouble(new FetchOutcome.Failed("bad query", "arXiv says: " + error(feed)));
      case FeedReading.Read(Feed feed) when answered.status() == 200 && feed.complete() ->
          new Page(feed.entries(), total(text, feed), null);
      case FeedReading.Read(Feed feed) when answered.status() == 200 ->
          trouble(new FetchOutcome.Failed("malformed", feed.warnings().getFirst()));
      case FeedReading.Read _ -> trouble(failed(answered));
      case FeedReading.Unreadable(String error) when answered.status() == 200 ->
          trouble(new FetchOutcome.Failed("malformed", error));
      case FeedReading.Unreadable _ -> trouble(failed(answered));
    };
  }

  private static FetchOutcome failed(HttpReply.Answered answered) {
    return new FetchOutcome.Failed(
        "http " + answered.status(), "arXiv answered " + answered.status() + ".");
  }

  /** arXiv explains mistakes in a feed with one entry called "Error". */
  private static @Nullable String error(Feed feed) {
    if (feed.entries().size() != 1 || !feed.entries().getFirst().title().equals("Error")) {
      return null;
    }
    String summary = feed.entries().getFirst().summary();
    return summary == null ? "an error" : PlainText.of(summary);
  }

  private static int total(String text, Feed feed) {
    Matcher total = TOTAL.matcher(text);
    return total.find() ? Integer.parseInt(total.group(1)) : feed.entries().size();
  }

  // ------------------------------------------------------------------ papers

  private record Paper(int version, FeedEntry entry) {}

  private static void keepHighest(Map<String, Paper> papers, FeedEntry entry) {
    Matcher id = ID.matcher(entry.guid() == null ? "" : entry.guid());
    if (!id.find()) {
      return;
    }
    int version = id.group(2) == null ? 1 : Integer.parseInt(id.group(2));
    Paper paper = new Paper(version, paper(id.group(1), entry));
    papers.merge(id.group(1), paper, (a, b) -> b.version() > a.version() ? b : a);
  }

  private static FeedEntry paper(String id, FeedEntry entry) {
    String link = entry.link() == null ? entry.guid() : entry.link();
    String summary = entry.summary() == null ? null : PlainText.folded(entry.summary());
    return new FeedEntry(
        "arxiv:" + id,
        entry.title(),
        link == null ? null : link.replaceAll("v[0-9]{1,3}$", ""),
        entry.published(),
        entry.updated(),
        entry.authors(),
        summary,
        null,
        entry.categories(),
        List.of());
  }

  private FetchOutcome partial(Map<String, Paper> papers, int start, FetchOutcome trouble) {
    return listing(
        papers,
        List.of(
            "Submissions after the first %d are missing: %s %s"
                .formatted(start, trouble.word(), trouble.detail())
                .strip()));
  }

  private static FetchOutcome listing(Map<String, Paper> papers, List<String> gaps) {
    List<FeedEntry> entries = new ArrayList<>();
    papers.values().forEach(paper -> entries.add(paper.entry()));
    Feed feed = new Feed("arxiv-api", "arXiv", "https://arxiv.org/", entries, gaps, gaps.isEmpty());
    return new FetchOutcome.Fetched(feed, Validators.NONE, "", null, Duration.ZERO);
  }
}
