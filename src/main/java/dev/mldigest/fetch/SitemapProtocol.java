package dev.mldigest.fetch;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a site by its sitemap (https://www.sitemaps.org/protocol.html): pages changed within the
 * window, news sitemaps' dates first. Pages without a date are handed on undated, all of them: what
 * is stored already decides which of them are new. The first poll therefore hands on old pages too:
 * a site that is made anew may stamp one day on all of them. Where no page has a date, nothing but
 * what is stored tells what is new: such a poll proves nothing. An index speaks for its own site
 * alone.
 */
final class SitemapProtocol implements Protocol {
  private static final int MOST_FILES = 50;
  private static final int MOST_DATED = 2_000;
  private static final int MOST_UNDATED = 20_000;
  private static final int MOST_PAGES = 60_000;

  /** Remembered between polls, in place of a document's hash. */
  private static final String ALL_KNOWN = "all known";

  private static final String NONE_DATED = "all known, none dated";
  private static final String SOME_KNOWN = "some known";

  private static final String ONLY_STORED =
      "No page of the sitemap has a date that counts: only what is stored tells which are new.";

  /** Sitemaps are made once a day, and CDNs keep them. */
  private static final Duration OVERLAP = Duration.ofDays(2);

  /** So many pages, nearly all changed on one day: that is the day the sitemap was made. */
  private static final int MANY = 20;

  private static final double NEARLY_ALL = 0.9;

  private final Http http;
  private final Robots robots;

  SitemapProtocol(Http http) {
    this.http = http;
    this.robots = new Robots(http);
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    return new Poll(source, state, window).fetch();
  }

  /** A page of the site. */
  private record Page(
      String link, String title, @Nullable Instant published, @Nullable Instant changed) {
    @Nullable Instant date() {
      return published == null ? changed : published;
    }
  }

  /** A file of the sitemap. */
  private record File(String link, @Nullable Instant changed) {}

  private final class Poll {
    private final boolean first;

    /** Whether every page of the first poll was handed on: what is not stored is new. */
    private final boolean known;

    private final URI top;
    private final SourceState state;
    private final Instant from;
    private final Window window;
    private final Notes notes = new Notes();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Deque<File> files = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> home = new HashSet<>();
    private Validators validators = Validators.NONE;
    private boolean allFiles = true;
    private int foreign;
    private int unread;
    private Duration wait = Duration.ZERO;

    Poll(Source source, SourceState state, Window window) {
      this.top = source.url();
      this.state = state;
      this.first = state.bodyHash() == null;
      this.known = ALL_KNOWN.equals(state.bodyHash()) || NONE_DATED.equals(state.bodyHash());
      this.from = Since.from(state, window, OVERLAP);
      this.window = window;
    }

    FetchOutcome fetch() {
      seen.add(top.toString());
      HttpReply reply =
          http.get(
              new HttpRequest(
                  top, first ? Validators.NONE : state.validators(), HttpRequest.SITEMAPS, false));
      if (reply instanceof HttpReply.Answered same && same.status() == 304 && !first) {
        return notModified(same);
      }
      FetchOutcome trouble = reply instanceof HttpReply.Answered a ? top(a) : Outcomes.of(reply);
      for (int read = 1; trouble == null && !files.isEmpty() && read < MOST_FILES; read++) {
        trouble = unlessBearable(file(files.remove()));
      }
      return trouble == null ? outcome() : trouble;
    }

    private @Nullable FetchOutcome top(HttpReply.Answered answered) {
      home.add(HostNames.site(top));
      home.add(HostNames.site(answered.url()));
      validators = answered.validators();
      wait = FeedProtocol.Freshness.of(answered);
      return read(answered);
    }

    /** What was proven by the answer that still holds is proven up to now. */
    private FetchOutcome notModified(HttpReply.Answered same) {
      return NONE_DATED.equals(state.bodyHash())
          ? new FetchOutcome.Fetched(
              new Feed("sitemap", null, null, List.of(), List.of(ONLY_STORED), true),
              FeedProtocol.renewed(state.validators(), same.validators()),
              NONE_DATED,
              null,
              FeedProtocol.Freshness.of(same),
              new Window(from, from))
          : FeedProtocol.notModified(same, state);
    }

    private @Nullable FetchOutcome unlessBearable(@Nullable FetchOutcome trouble) {
      if (trouble != null && !decisive(trouble)) {
        allFiles = false;
        wait = Outcomes.wait(trouble).compareTo(wait) > 0 ? Outcomes.wait(trouble) : wait;
        notes.incomplete("A file of the sitemap could not be read: " + trouble.word() + ".");
        return null;
      }
      return trouble;
    }

    /**
     * The first poll is what later ones are compared with: a file that is only late must not make
     * news of all its pages next time.
     */
    private boolean decisive(FetchOutcome trouble) {
      return first
          && switch (trouble.word()) {
            case "not found", "malformed" -> false;
            case "refused" -> trouble.detail().endsWith(Robots.UNREADABLE);
            default -> true;
          };
    }

    private @Nullable FetchOutcome file(File file) {
      URI url = uri(file.link());
      if (url == null) {
        return new FetchOutcome.Failed("malformed", "A file's address is none.");
      }
      HttpReply reply =
          http.get(
              new HttpRequest(url, Validators.NONE, HttpRequest.SITEMAPS, false), this::objection);
      return reply instanceof HttpReply.Answered answered ? read(answered) : Outcomes.of(reply);
    }

    /** The editor named one host; what is asked of its site's others is theirs to allow. */
    private @Nullable String objection(URI url) {
      if (!isOfSite(url)) {
        return "It is of another site.";
      }
      return String.valueOf(url.getHost()).equalsIgnoreCase(top.getHost())
          ? null
          : robots.objection(url);
    }

    private boolean isOfSite(@Nullable URI url) {
      return url != null && home.contains(HostNames.site(url));
    }

    private @Nullable FetchOutcome read(HttpReply.Answered answered) {
      if (answered.status() != 200) {
        return Outcomes.of(answered);
      }
      Document tree = XmlDocument.read(answered.body(), answered.header("Content-Type"), notes);
      String root = tree == null ? "" : tree.getRootElement().getName();
      switch (root) {
        case "urlset" -> pages(Objects.requireNonNull(tree), answered.url());
        case "sitemapindex" -> index(Objects.requireNonNull(tree), answered.url());
        default -> {
          return new FetchOutcome.Failed(
              "malformed", answered.url().getHost() + " sent something that is no sitemap.");
        }
      }
      return null;
    }

    /** The files that changed last come first; what cannot hold news is read but once. */
    private void index(Document tree, URI base) {
      List<File> named = new ArrayList<>();
      for (Element child : tree.getRootElement().getChildren()) {
        String link = Links.resolve(text(child, "loc"), base.toString());
        Instant changed = FeedDates.read(text(child, "lastmod"));
        boolean old = !first && changed != null && changed.isBefore(from);
        if (!child.getName().equals("sitemap") || link == null || old || !seen.add(link)) {
          continue;
        }
        if (changed == null) {
          validators = Validators.NONE; // this file may change while its index stays the same
        }
        if (!isOfSite(uri(link))) {
          foreign++;
        } else {
          named.add(new File(link, changed));
        }
      }
      named.sort(
          Comparator.comparing(
              file -> file.changed() == null ? Instant.MAX : file.changed(),
              Comparator.reverseOrder()));
      files.addAll(named);
    }

    private void pages(Document tree, URI base) {
      for (Element child : tree.getRootElement().getChildren()) {
        String link =
            child.getName().equals("url")
                ? Links.resolve(text(child, "loc"), base.toString())
                : null;
        if (link == null || !Links.web(link)) {
          continue;
        }
        if (pages.size() >= MOST_PAGES && !pages.containsKey(link)) {
          unread++;
          continue;
        }
        Element news = child(child, "news");
        pages.putIfAbsent(
            link,
            new Page(
                link,
                news == null ? "" : PlainText.of(text(news, "title")),
                news == null ? null : FeedDates.read(text(news, "publication_date")),
                FeedDates.read(text(child, "lastmod"))));
      }
    }

    private void sayWhatWasLeft() {
      left(files.size(), "files of the sitemap were not read, only the first " + MOST_FILES + ".");
      left(foreign, "files that the sitemap names are of another site and were not read.");
      left(unread, "pages of the sitemap were left out, after the first " + MOST_PAGES + ".");
    }

    private void left(int number, String words) {
      if (number > 0) {
        allFiles = false;
        notes.incomplete(number + " " + words);
      }
    }

    private FetchOutcome outcome() {
      sayWhatWasLeft();
      List<Page> dated = new ArrayList<>();
      List<Page> old = new ArrayList<>();
      List<Page> undated = new ArrayList<>();
      boolean trusted = !madeAtOnce();
      for (Page page : pages.values()) {
        Instant date = trusted || page.published() != null ? page.date() : null;
        if (date == null) {
          undated.add(new Page(page.link(), page.title(), null, null));
        } else {
          (date.isAfter(from) ? dated : old).add(page);
        }
      }
      boolean noDates = dated.isEmpty() && old.isEmpty() && !undated.isEmpty();
      boolean all = told(undated, trusted) && notes.complete();
      List<FeedEntry> entries = new ArrayList<>();
      Instant since = newest(dated, entries);
      undated.forEach(page -> entries.add(entry(page)));
      if (first) {
        old.stream().limit(MOST_UNDATED).forEach(page -> entries.add(entry(page)));
        if (old.size() > MOST_UNDATED) {
          notes.incomplete((old.size() - MOST_UNDATED) + " old pages were not taken as known.");
        }
      }
      if (noDates) {
        notes.warn(ONLY_STORED);
      }
      boolean whole = first ? all && entries.size() == pages.size() : known;
      return new FetchOutcome.Fetched(
          new Feed("sitemap", null, null, entries, notes.warnings(), notes.complete()),
          notes.complete() ? validators : Validators.NONE,
          whole ? (noDates ? NONE_DATED : ALL_KNOWN) : SOME_KNOWN,
          null,
          wait,
          all && !noDates ? new Window(since, window.to()) : new Window(from, from));
    }

    private Instant newest(List<Page> dated, List<FeedEntry> entries) {
      dated.sort(Comparator.comparing(Page::date, Comparator.nullsLast(Comparator.reverseOrder())));
      dated.stream().limit(MOST_DATED).forEach(page -> entries.add(entry(page)));
      if (dated.size() <= MOST_DATED) {
        return from;
      }
      notes.incomplete(
          (dated.size() - MOST_DATED)
              + " pages were left out, all but the "
              + MOST_DATED
              + " changed last.");
      return Objects.requireNonNullElse(dated.get(MOST_DATED - 1).date(), from);
    }

    /**
     * Undated pages are told from known ones only where all of the sitemap was seen, now and at
     * first; else they are left out.
     */
    private boolean told(List<Page> undated, boolean trusted) {
      if (undated.isEmpty()) {
        return true;
      }
      if (!allFiles || !(first || known) || undated.size() > MOST_UNDATED) {
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
      for (Page page : pages.values()) {
        if (page.changed() != null) {
          changed++;
          days.merge(page.changed().atZone(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum);
        }
      }
      int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return changed >= MANY && most >= NEARLY_ALL * changed;
    }
  }

  private static FeedEntry entry(Page page) {
    return new FeedEntry(
        null,
        page.title(),
        page.link(),
        page.published(),
        page.changed(),
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  private static @Nullable URI uri(String link) {
    try {
      return new URI(link);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }

  /** The namespaces of sitemaps are often wrong; the names are right. */
  private static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.getChildren()) {
      if (child.getName().equalsIgnoreCase(name)) {
        return child;
      }
    }
    return null;
  }

  private static @Nullable String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? null : child.getText();
  }
}
