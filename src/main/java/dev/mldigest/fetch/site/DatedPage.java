package dev.mldigest.fetch.site;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.date.FeedDates;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Host;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page that tells several dated pieces, one below the other, the newest first: a change log, a
 * link blog, "what's new". A page that was written at once is none, though its sections have days:
 * those of a history or a timeline ascend, those of the log of an incident are one, and all of them
 * lie before the day on which the page says it was published.
 */
final class DatedPage {
  /** Pieces of the shortest such page: two days stand in many an article. */
  private static final int FEWEST = 3;

  /** Pieces that are handed on: the newest; a week has fewer on any page. */
  private static final int MOST = 200;

  /** Headings that are looked at, four times what the longest logs measured have. */
  private static final int MOST_HEADS = 4_000;

  /** Of the headings of the rank between the first and the last: some have lost their day. */
  private static final double DATED = 0.8;

  /** Of the neighbouring days: a log has a correction in the wrong place here and there. */
  private static final double DESCENDING = 0.9;

  /** Of the page's letters: a log that a page has beside its text is not what the page is. */
  private static final double MOSTLY = 0.5;

  /** Zones, and the time it takes to put a page up. */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private static final String BESIDE =
      "nav, footer, aside, form, [role=navigation], [role=contentinfo]";

  private static final Pattern PUBLISHED =
      Pattern.compile("\"datePublished\"\\s{0,9}:\\s{0,9}\"([^\"]{4,40})\"");

  private final Document page;
  private final URI url;
  private final @Nullable String language;

  private final Instant latest;

  private DatedPage(Document page, URI url, Instant latest) {
    this.page = page;
    this.url = url;
    this.latest = latest;
    String stated = page.selectFirst("html") == null ? "" : page.expectFirst("html").attr("lang");
    this.language = stated.isBlank() ? null : stated;
  }

  /**
   * Its pieces, the newest first, each with its text; empty where it is one piece.
   *
   * @param latest what is announced for later is none yet
   */
  static List<FeedEntry> entries(Document page, URI url, Instant latest) {
    return new DatedPage(page, url, latest).entries();
  }

  private List<FeedEntry> entries() {
    List<DatedHead> heads = heads();
    if (heads.isEmpty()) {
      return List.of();
    }
    Pieces pieces = Pieces.of(heads, page);
    if (pieces.letters() < page.text().length() * MOSTLY) {
      return List.of();
    }
    Map<String, Integer> said = new HashMap<>();
    List<FeedEntry> entries = new ArrayList<>();
    for (Pieces.Piece piece : pieces.list().reversed()) {
      DatedHead head = piece.head();
      String name = date(head).atZone(ZoneOffset.UTC).toLocalDate() + " " + head.said();
      int before = said.merge(name, 1, Integer::sum) - 1;
      if (!date(head).isAfter(latest)) {
        entries.add(entry(piece, before == 0 ? name : name + " (" + before + ")"));
      }
    }
    return entries.reversed().subList(0, Math.min(MOST, entries.size()));
  }

  /**
   * @param name what it is known by: neither the page's title nor its place, which change with
   *     every piece that is added
   */
  private FeedEntry entry(Pieces.Piece piece, String name) {
    return FeedEntry.titled(TitleText.folded(piece.title()))
        .guid(name)
        .link(url.toString().replaceFirst("#.*$", "") + "#" + piece.place())
        .published(piece.head().date())
        .content(piece.html())
        .build();
  }

  /** The dated headings of the rank that parts the page; empty if none does. */
  private List<DatedHead> heads() {
    Map<Integer, List<DatedHead>> ranks = new LinkedHashMap<>();
    Set<Element> beside = Collections.newSetFromMap(new IdentityHashMap<>());
    beside.addAll(page.select(BESIDE));
    page.body().select("[class], [id]").stream().filter(ReadersWords::are).forEach(beside::add);
    DatedHeads read = new DatedHeads(page, language);
    int looked = 0;
    for (Element e : page.body().select("h1, h2, h3, h4, h5, h6, dt")) {
      if (looked++ < MOST_HEADS && !isBeside(e, beside)) {
        DatedHead head = read.of(e);
        ranks.computeIfAbsent(head.rank(), rank -> new ArrayList<>()).add(head);
      }
    }
    List<DatedHead> best = List.of();
    for (List<DatedHead> rank : ranks.values()) {
      List<DatedHead> dated = part(rank);
      best = dated.size() > best.size() ? dated : best;
    }
    return best;
  }

  private static boolean isBeside(Element e, Set<Element> beside) {
    for (Element at = e; at != null; at = at.parent()) {
      if (beside.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /** The dated ones, if these headings part the page. */
  private List<DatedHead> part(List<DatedHead> heads) {
    List<DatedHead> dated = heads.stream().filter(head -> head.date() != null).toList();
    if (dated.size() < FEWEST) {
      return List.of();
    }
    int all = heads.indexOf(dated.getLast()) - heads.indexOf(dated.getFirst()) + 1;
    return dated.size() >= all * DATED
            && areNewestFirst(dated)
            && isGoingOn(dated)
            && !leadAway(dated)
        ? dated
        : List.of();
  }

  private static boolean areNewestFirst(List<DatedHead> heads) {
    Set<Object> days = new HashSet<>();
    int right = 0;
    for (int i = 0; i < heads.size(); i++) {
      days.add(date(heads.get(i)).atZone(ZoneOffset.UTC).toLocalDate());
      right += i > 0 && !date(heads.get(i)).isAfter(date(heads.get(i - 1))) ? 1 : 0;
    }
    boolean ends = date(heads.getFirst()).isAfter(date(heads.getLast()));
    return ends && days.size() >= FEWEST && right >= (heads.size() - 1) * DESCENDING;
  }

  private static Instant date(DatedHead head) {
    return Objects.requireNonNull(head.date());
  }

  /** Whether the page was written on after it was published, as far as it says when that was. */
  private boolean isGoingOn(List<DatedHead> heads) {
    Instant published = published();
    return published == null || date(heads.getFirst()).isAfter(published.plus(AT_ONCE));
  }

  private @Nullable Instant published() {
    Element meta = page.selectFirst("meta[property=article:published_time]");
    if (meta != null) {
      return FeedDates.read(meta.attr("content"), language);
    }
    for (Element script : page.select("script[type=application/ld+json]")) {
      Matcher stated = PUBLISHED.matcher(script.data());
      if (stated.find()) {
        return FeedDates.read(stated.group(1), language);
      }
    }
    return null;
  }

  /** Whether most headings lead to pages of the site: then these are the pieces. */
  private boolean leadAway(List<DatedHead> heads) {
    long away =
        heads.stream()
            .map(head -> link(head.element()))
            .filter(link -> link != null && isOfSite(link))
            .count();
    return away * 2 > heads.size();
  }

  private static @Nullable Element link(Element heading) {
    Element inside = heading.selectFirst("a[href]:not([href^=#])");
    return inside == null ? heading.closest("a[href]") : inside;
  }

  private boolean isOfSite(Element link) {
    String target = link.absUrl("href");
    return Host.of(target).isAkinTo(Host.of(url)) && !key(target).equals(key(url.toString()));
  }

  private static String key(String link) {
    return CanonicalUrl.of(link).map(CanonicalUrl::key).orElse(link);
  }
}
