package dev.mldigest.fetch.site;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.http.Freshness;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.fetch.http.Robots;
import dev.mldigest.io.Sha256;
import dev.mldigest.text.BoundedSearch;
import dev.mldigest.text.date.FeedDates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that lists posts, where robots.txt lets us: the links that the editor's CSS selector
 * names, or without one the dated pieces that the page itself tells ({@link DatedPage}). Posts
 * without a date near their link are handed on undated: what is stored already decides which of
 * them are new.
 */
public final class ListingProtocol implements Protocol {
  /** Four times what the largest of 695 ordinary pages measured has. */
  private static final int MOST_ELEMENTS = 120_000;

  /** Ten times the links of a long list of articles: bounds what a page may cost. */
  private static final int MOST_LINKS = 1_000;

  /** Trees are walked by recursion: set by hand, far below what a thread's stack bears. */
  private static final int DEEPEST = 256;

  /** How far up from a link its own date may stand, as long as no other link's stands there too. */
  private static final int NEAR = 4;

  /** A day begins that much earlier elsewhere. */
  private static final Duration ZONES = Duration.ofDays(1);

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset=\"?([A-Za-z0-9][A-Za-z0-9_.:-]{1,40})");

  private final Http http;
  private final Robots robots;

  public ListingProtocol(Http http) {
    this.http = http;
    this.robots = new Robots(http);
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    URI url = state.address(source.url());
    return http.get(
        new HttpRequest(url, state.validators(), HttpRequest.PAGES, false),
        robots,
        reply -> outcome(reply, source, state, window.to().plus(ZONES)));
  }

  private static FetchOutcome outcome(
      HttpReply reply, Source source, SourceState state, Instant latest) {
    if (!(reply instanceof HttpReply.Answered answered)) {
      return ReplyOutcomes.of(reply);
    }
    if (answered.status() == 304 && state.bodyHash() != null) {
      return ReplyOutcomes.notModified(answered, state);
    }
    if (!answered.delivers()) {
      return ReplyOutcomes.of(answered);
    }
    var fresh = Freshness.of(answered);
    String hash = Sha256.of(answered.body());
    if (hash.equals(state.bodyHash())) {
      return new FetchOutcome.NotModified(answered.validators(), fresh, answered.movedTo());
    }
    String selector = source.query().links();
    return switch (selector == null ? pieces(answered, latest) : links(answered, selector)) {
      case Chosen.Found(Feed feed) ->
          new FetchOutcome.Fetched(feed, answered.validators(), hash, answered.movedTo(), fresh);
      case Chosen.None(FetchOutcome why) -> why;
    };
  }

  private sealed interface Chosen {
    record Found(Feed feed) implements Chosen {}

    record None(FetchOutcome why) implements Chosen {}
  }

  private static Chosen links(HttpReply.Answered answered, String selector) {
    String host = answered.url().getHost();
    if (answered.body().length == 0) {
      return none(FetchFailure.EMPTY, host + " answered with nothing.");
    }
    Document page = parse(answered);
    Map<String, FeedEntry> entries;
    ParseNotes notes = new ParseNotes();
    try {
      entries = entries(page, chosen(page, selector, notes), answered.url());
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return none(FetchFailure.BAD_SELECTOR, "'links' of the source is no CSS selector.");
    }
    if (entries.isEmpty()) {
      return none(
          FetchFailure.NO_LINKS,
          "'links' of the source selects no link on the page of "
              + host
              + ": its layout may have changed.");
    }
    return new Chosen.Found(feed(answered, page, List.copyOf(entries.values()), notes));
  }

  /** What the page tells itself, where the editor names no links. */
  private static Chosen pieces(HttpReply.Answered answered, Instant latest) {
    Document page = parse(answered);
    List<FeedEntry> entries = DatedPage.entries(page, answered.url(), latest);
    if (entries.isEmpty()) {
      return none(
          FetchFailure.NO_LINKS,
          "The page of "
              + answered.url().getHost()
              + " does not tell several dated pieces: name the links to its posts with 'links'.");
    }
    return new Chosen.Found(feed(answered, page, entries, new ParseNotes()));
  }

  private static Feed feed(
      HttpReply.Answered answered, Document page, List<FeedEntry> entries, ParseNotes notes) {
    String title = TitleText.folded(page.title());
    return new Feed(
        "listing",
        title.isEmpty() ? null : title,
        answered.url().toString(),
        entries,
        notes.warnings(),
        notes.complete());
  }

  private static Chosen none(FetchFailure why, String detail) {
    return new Chosen.None(new FetchOutcome.Failed(why, detail));
  }

  private static Document parse(HttpReply.Answered answered) {
    Matcher named = CHARSET.matcher(String.valueOf(answered.header("Content-Type")));
    try {
      String charset = named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
      return Jsoup.parse(
          new ByteArrayInputStream(answered.body()),
          charset,
          answered.url().toString(),
          Parser.htmlParser().setMaxDepth(DEEPEST));
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory cannot fail.", e);
    }
  }

  /** A card may link to its post twice, by its picture and by its title. */
  private static FeedEntry fuller(FeedEntry a, FeedEntry b) {
    return a.title().isEmpty() ? b : a;
  }

  /** Links by the elements that were chosen: these themselves, or what holds them. */
  private static Map<Element, Element> chosen(Document page, String selector, ParseNotes notes) {
    Map<Element, Element> chosen = new LinkedHashMap<>();
    BoundedSearch<Element> selection =
        BoundedSearch.of(
            page.stream(), Selector.evaluatorOf(selector).asPredicate(page), MOST_ELEMENTS);
    if (!selection.whole()) {
      notes.incomplete("The page is too large for 'links': only its first part was searched.");
    }
    for (Element element : selection.found()) {
      Element link = element.normalName().equals("a") ? element : element.selectFirst("a[href]");
      if (link != null && chosen.size() < MOST_LINKS) {
        chosen.put(element, link);
      }
    }
    return chosen;
  }

  private static Map<String, FeedEntry> entries(
      Document page, Map<Element, Element> chosen, URI url) {
    NearestTime times = new NearestTime(page, chosen.values());
    Map<String, FeedEntry> entries = new LinkedHashMap<>();
    chosen.forEach((element, link) -> {
      String target = target(link);
      if (target != null && !target.equals(url.toString().replaceFirst("#.*$", ""))) {
        FeedEntry entry = entry(title(element, link), target, times.of(link));
        entries.merge(target, entry, ListingProtocol::fuller);
      }
    });
    return entries;
  }

  private static @Nullable String target(Element link) {
    String target = Links.resolve(link.absUrl("href").replaceFirst("#.*$", ""), null);
    return target == null || !Links.web(target) ? null : target;
  }

  private static FeedEntry entry(String title, String target, @Nullable Instant date) {
    return FeedEntry.titled(title).link(target).published(date).build();
  }

  /** The heading of the card, else the link's words, else what stands for them. */
  private static String title(Element chosen, Element link) {
    for (Element at : List.of(link, chosen)) {
      Element heading = at.selectFirst("h1, h2, h3, h4, h5");
      if (heading != null && !heading.text().isBlank()) {
        return TitleText.folded(heading.text());
      }
    }
    String text = TitleText.folded(link.text());
    String label = text.isEmpty() ? link.attr("aria-label") : text;
    String title = label.isBlank() ? link.attr("title") : label;
    return TitleText.folded(title.substring(0, Math.min(title.length(), 500)));
  }

  /** The one {@code time} that stands near a link, and near no other link. */
  private static final class NearestTime {
    /** By ancestor: the only time in it, or the page itself where there are several. */
    private final Map<Element, Element> times = new HashMap<>();

    private final Map<Element, String> targets = new HashMap<>();
    private final Element several;

    NearestTime(Document page, Collection<Element> links) {
      several = page;
      for (Element time : page.select("time")) {
        for (Element at = time; at != null; at = at.parent()) {
          times.merge(at, time, (a, b) -> several);
        }
      }
      for (Element link : links) {
        String target = link.absUrl("href");
        Element at = link;
        for (int up = 0; up <= NEAR && at != null; up++, at = at.parent()) {
          targets.merge(at, target, (a, b) -> a.equals(b) ? a : "");
        }
      }
    }

    @Nullable Instant of(Element link) {
      Element at = link;
      for (int up = 0; up <= NEAR && at != null; up++, at = at.parent()) {
        Element time = times.get(at);
        if (time != null) {
          boolean own = !time.equals(several) && !"".equals(targets.get(at));
          String written = time.attr("datetime");
          return own ? FeedDates.read(written.isBlank() ? time.text() : written) : null;
        }
      }
      return null;
    }
  }
}
