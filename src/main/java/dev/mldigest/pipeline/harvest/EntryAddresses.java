package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.text.Texts;
import dev.mldigest.web.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which links of a source say what an entry is about. Entries with identifiers of their own are
 * items of their own (RFC 4287 section 4.2.6): where two of them lead to one page, as release notes
 * and the episodes of some podcasts do, or one leads to its source's home, that page is none of
 * them. Of services that name pages of others the link is what an entry is about.
 */
final class EntryAddresses {
  /** Dates of one entry differ by zones and late corrections. */
  private static final Duration REDATED = Duration.ofDays(2);

  private final Source source;
  private final Set<String> pages = new HashSet<>();

  /** The same and their sites. */
  private final Set<String> homes = new HashSet<>();

  private final Map<String, Told> byPage = new HashMap<>();

  /**
   * @param known what the source stated before
   */
  EntryAddresses(Source source, Feed feed, List<FeedEntry> known) {
    this.source = source;
    for (String home : new String[] {feed.link(), source.url().toString()}) {
      String page = page(home);
      if (page != null) {
        pages.add(page);
        homes.add(page);
        homes.add(host(page));
      }
    }
    List<FeedEntry> all = new ArrayList<>(known);
    all.addAll(feed.entries());
    for (FeedEntry entry : all) {
      String page = page(entry.link());
      if (page != null) {
        byPage.computeIfAbsent(page, key -> new Told()).add(entry);
      }
    }
  }

  /** False where the entry's link leads to a page that is not about it alone. */
  boolean prove(FeedEntry entry) {
    String page = page(entry.link());
    if (page == null || (namesOthersPages(entry) && !isPieceOfListing(page))) {
      return true;
    }
    Told told = byPage.get(page);
    return !homes.contains(page) && (told == null || !told.isOfOthersThan(entry));
  }

  /** A listing that leads to itself tells its pieces on its own page. */
  private boolean isPieceOfListing(String page) {
    return source.kind() == SourceKind.LISTING && pages.contains(page);
  }

  /** True for the address of the feed, of its home page, or of the root of either's site. */
  boolean isHome(@Nullable String address) {
    String page = page(address);
    return page != null && homes.contains(page) && !publishesOthers(source.kind());
  }

  /** What identifies an entry beside its identifier. */
  private record Name(String title, String place) {
    static Name of(FeedEntry entry) {
      return new Name(Texts.words(entry.title()), CanonicalUrl.place(entry.link()));
    }
  }

  /** The dates under one name; none yet where both are null. */
  private record Dates(@Nullable Instant first, @Nullable Instant last) {
    static final Dates NONE = new Dates(null, null);

    Dates with(@Nullable Instant date) {
      if (date == null) {
        return this;
      }
      return new Dates(
          first == null || date.isBefore(first) ? date : first,
          last == null || date.isAfter(last) ? date : last);
    }

    boolean areOfOne() {
      return first == null || last == null || Duration.between(first, last).compareTo(REDATED) < 0;
    }
  }

  /**
   * What is told of one page by entries with identifiers of their own: no pair of them is looked
   * at, since a feed may name one page thousands of times.
   */
  private static final class Told {
    private final Set<String> ids = new HashSet<>();
    private final Map<Name, Dates> names = new HashMap<>();

    void add(FeedEntry entry) {
      String id = ownId(entry);
      if (id != null) {
        ids.add(id);
        names.merge(
            Name.of(entry),
            Dates.NONE.with(entry.published()),
            (known, one) -> known.with(one.first()));
      }
    }

    /** An entry that was only given another identifier, as when a site moves, is still the same. */
    boolean isOfOthersThan(FeedEntry entry) {
      String id = ownId(entry);
      if (id == null || ids.isEmpty() || (ids.size() == 1 && ids.contains(id))) {
        return false;
      }
      Dates same = names.get(Name.of(entry));
      return same == null || names.size() > 1 || !same.with(entry.published()).areOfOne();
    }
  }

  /** The guid; where that is the link again, or there is none, the place on the page it names. */
  private static @Nullable String ownId(FeedEntry entry) {
    String guid = entry.guid() == null ? "" : entry.guid().strip();
    String page = page(guid);
    boolean isLink = guid.isEmpty() || (page != null && page.equals(page(entry.link())));
    String place = CanonicalUrl.place(guid.isEmpty() ? entry.link() : guid);
    return !isLink ? guid : place.isEmpty() ? null : place;
  }

  /**
   * An entry about another site's page: its identifier is an address of the source's own site, as
   * those of discussions are.
   */
  private boolean namesOthersPages(FeedEntry entry) {
    if (publishesOthers(source.kind())) {
      return true;
    }
    String guid = page(entry.guid());
    String page = page(entry.link());
    boolean posts =
        switch (source.kind()) {
          case BLOG, NEWS, PAPERS -> true;
          default -> false;
        };
    return posts && guid != null && page != null && isOwn(guid) && !isOwn(page);
  }

  private boolean isOwn(String page) {
    String host = host(page);
    String own = host(String.valueOf(page(source.url().toString())));
    return host.equals(own) || host.endsWith("." + own) || own.endsWith("." + host);
  }

  private static boolean publishesOthers(SourceKind kind) {
    return switch (kind) {
      case HACKER_NEWS, REDDIT, NEWS_API, HUGGING_FACE, ARXIV, ARCHIVE, SITEMAP, LISTING -> true;
      case BLOG, NEWS, PAPERS, PODCAST, VIDEO, RELEASES, YOUTUBE, GITHUB, NEWSLETTER -> false;
    };
  }

  private static @Nullable String page(@Nullable String address) {
    return CanonicalUrl.of(address).map(CanonicalUrl::key).orElse(null);
  }

  private static String host(String page) {
    int slash = page.indexOf('/');
    return slash < 0 ? page : page.substring(0, slash);
  }
}
