package dev.mldigest.fetch.site;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.document.ParseNotes;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a sitemap, each link once, and the choice of those to hand on: the dated that
 * changed last, the undated only where all known ones can be told from them, and at the first poll
 * the old. Says what that proves, and what to remember for the next poll. What is left out is said
 * in the notes.
 */
final class SitemapPages {
  /** Remembered between polls, in place of a document's hash: that all pages were handed on. */
  private static final String ALL_KNOWN = "all known";

  static final String NONE_DATED = "all known, none dated";
  private static final String SOME_KNOWN = "some known";

  static final String ONLY_STORED =
      "No page of the sitemap has a date that counts: only what is stored tells which are new.";

  /** Set by hand, as what a large newspaper publishes in a week: more is a misreading of dates. */
  private static final int MOST_DATED = 2_000;

  /** They are all remembered, so that new ones are told from them: bounds what is stored. */
  private static final int MOST_UNDATED = 20_000;

  /** A file may hold 50,000 (sitemaps.org); bounds what all files together hold at once. */
  private static final int MOST_PAGES = 60_000;

  /** So many pages, nearly all changed on one day: that is the day the sitemap was made. */
  private static final int MANY = 20;

  /** Set by hand: sites that stamp the day of making may keep the dates of a few pages. */
  private static final double NEARLY_ALL = 0.9;

  /** What a poll hands on, what it remembers for the next, and the time it has seen all of. */
  record Choice(List<FeedEntry> entries, String remember, Window covered) {}

  private final boolean first;

  /** Whether every page of the first poll was handed on: what is not stored is new. */
  private final boolean known;

  private final Window wanted;
  private final ParseNotes notes;
  private final Map<String, SitemapPage> pages = new LinkedHashMap<>();
  private int unread;

  /**
   * None yet.
   *
   * @param remembered by the last poll; null at the first
   * @param wanted when pages must have changed to be news
   */
  SitemapPages(@Nullable String remembered, Window wanted, ParseNotes notes) {
    this.first = remembered == null;
    this.known = ALL_KNOWN.equals(remembered) || NONE_DATED.equals(remembered);
    this.wanted = wanted;
    this.notes = notes;
  }

  void add(Document urlset, URI base) {
    for (Element child : urlset.getRootElement().getChildren()) {
      String link = SitemapPage.link(child, base);
      if (link != null) {
        add(link, () -> SitemapPage.read(child, link));
      }
    }
  }

  /** Pages of which nothing but their address is known. */
  void add(List<String> links) {
    links.forEach(link -> add(link, () -> new SitemapPage(link, "", null, null)));
  }

  private void add(String link, Supplier<SitemapPage> page) {
    if (pages.containsKey(link)) {
      return;
    }
    if (pages.size() >= MOST_PAGES) {
      unread++;
    } else {
      pages.put(link, page.get());
    }
  }

  /** The choice, once all files were read or, if not all of them could be, those that could. */
  Choice choose(boolean allFiles) {
    if (unread > 0) {
      notes.incomplete(
          unread + " pages of the sitemap were left out, after the first " + MOST_PAGES + ".");
    }
    List<SitemapPage> dated = new ArrayList<>();
    List<SitemapPage> old = new ArrayList<>();
    List<SitemapPage> undated = new ArrayList<>();
    boolean trusted = !madeAtOnce();
    for (SitemapPage page : pages.values()) {
      Instant date = trusted || page.published() != null ? page.date() : null;
      if (date == null) {
        undated.add(page.undated());
      } else {
        (date.isAfter(wanted.from()) ? dated : old).add(page);
      }
    }
    boolean noDates = dated.isEmpty() && old.isEmpty() && !undated.isEmpty();
    boolean all = told(undated, trusted, allFiles && unread == 0) && notes.complete();
    List<FeedEntry> entries = new ArrayList<>();
    Instant since = newest(dated, entries);
    undated.forEach(page -> entries.add(page.entry()));
    if (first) {
      baseline(old, entries);
    }
    if (noDates) {
      notes.warn(ONLY_STORED);
    }
    boolean whole = first ? all && entries.size() == pages.size() : known;
    return new Choice(
        entries,
        whole ? (noDates ? NONE_DATED : ALL_KNOWN) : SOME_KNOWN,
        all && !noDates
            ? new Window(since, wanted.to())
            : new Window(wanted.from(), wanted.from()));
  }

  private Instant newest(List<SitemapPage> dated, List<FeedEntry> entries) {
    dated.sort(
        Comparator.comparing(SitemapPage::date, Comparator.nullsLast(Comparator.reverseOrder())));
    dated.stream().limit(MOST_DATED).forEach(page -> entries.add(page.entry()));
    if (dated.size() <= MOST_DATED) {
      return wanted.from();
    }
    notes.incomplete(
        (dated.size() - MOST_DATED)
            + " pages were left out, all but the "
            + MOST_DATED
            + " changed last.");
    return Objects.requireNonNullElse(dated.get(MOST_DATED - 1).date(), wanted.from());
  }

  private void baseline(List<SitemapPage> old, List<FeedEntry> entries) {
    old.stream().limit(MOST_UNDATED).forEach(page -> entries.add(page.entry()));
    if (old.size() > MOST_UNDATED) {
      notes.incomplete((old.size() - MOST_UNDATED) + " old pages were not taken as known.");
    }
  }

  /**
   * Undated pages are told from known ones only where all of the sitemap was seen, now and at
   * first; else they are left out.
   */
  private boolean told(List<SitemapPage> undated, boolean trusted, boolean seenAll) {
    if (undated.isEmpty()) {
      return true;
    }
    if (!seenAll || !(first || known) || undated.size() > MOST_UNDATED) {
      notes.incomplete(
          undated.size() + " pages without a date were left out: not all of them can be known.");
      undated.clear();
      return false;
    }
    if (!trusted) {
      notes.warn("The sitemap dates its pages by the day it was made: its dates do not count.");
    }
    return true;
  }

  private boolean madeAtOnce() {
    Map<LocalDate, Integer> days = new HashMap<>();
    int changed = 0;
    for (SitemapPage page : pages.values()) {
      if (page.changed() != null) {
        changed++;
        days.merge(page.changed().atZone(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum);
      }
    }
    int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return changed >= MANY && most >= NEARLY_ALL * changed;
  }
}
