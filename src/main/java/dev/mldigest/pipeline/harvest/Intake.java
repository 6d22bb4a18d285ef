package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.io.Sha256;
import dev.mldigest.web.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a feed states into entries that are accounted for from then on: an identity, a page, a
 * date that counts.
 */
final class Intake {
  /** Clocks differ by hours, not by days; a later date is a mistake and counts as absent. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** No feed is older; an earlier date is a zero clock or a parse of nonsense. */
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

  /** A weekly issue takes no more of one source, and few sources write more in a week. */
  private static final int NEWEST = 3;

  private Intake() {}

  /**
   * Entries in the feed's order; an entry stated twice is one.
   *
   * @param known what the source stated before: identifiers, titles, links and dates
   * @param first whether the source is read for the first time: of what has no date then only the
   *     newest few are news, and of a site that is read without a feed nothing is; the rest is the
   *     {@link Baseline}
   */
  static List<Entry> entries(
      Source source, Feed feed, List<FeedEntry> known, boolean first, Instant now) {
    List<FeedEntry> feedEntries = feed.entries();
    EntryAddresses addresses = new EntryAddresses(source, feed, known);
    Set<FeedEntry> backlog = first ? backlog(source, feedEntries) : Set.of();
    Map<String, Integer> guids = new HashMap<>();
    Map<String, Integer> links = new HashMap<>();
    for (FeedEntry entry : feedEntries) {
      guids.merge(String.valueOf(entry.guid()), 1, Integer::sum);
      links.merge(String.valueOf(entry.link()), 1, Integer::sum);
    }
    List<Entry> entries = new ArrayList<>(feedEntries.size());
    for (FeedEntry stated : feedEntries) {
      FeedEntry linked = withLink(stated);
      boolean proves = addresses.prove(linked);
      String key = guids.getOrDefault(String.valueOf(stated.guid()), 0) == 1 ? stated.guid() : null;
      if (key == null || key.isBlank() || addresses.isHome(key)) {
        boolean own = links.getOrDefault(String.valueOf(stated.link()), 0) == 1;
        key = own && !addresses.isHome(stated.link()) ? stated.link() : null;
      }
      String canonical = proves ? CanonicalUrl.of(linked.link()).orElse(null) : null;
      Instant undated = backlog.contains(stated) ? Baseline.DATE : now;
      entries.add(entry(source, linked, key, canonical, undated, now));
    }
    return entries;
  }

  /** Feeds tell the newest first, unless the dates that they do state rise. */
  private static Set<FeedEntry> backlog(Source source, List<FeedEntry> entries) {
    List<Instant> dates = entries.stream().map(Intake::stated).filter(Objects::nonNull).toList();
    boolean rising = dates.size() > 1 && dates.getFirst().isBefore(dates.getLast());
    int news = Baseline.isKeptOf(source.kind()) ? 0 : NEWEST;
    Set<FeedEntry> undated = Collections.newSetFromMap(new IdentityHashMap<>());
    for (FeedEntry entry : rising ? entries.reversed() : entries) {
      if (stated(entry) == null && --news < 0) {
        undated.add(entry);
      }
    }
    return undated;
  }

  private static @Nullable Instant stated(FeedEntry entry) {
    return entry.published() != null ? entry.published() : entry.updated();
  }

  private static Entry entry(
      Source source,
      FeedEntry stated,
      @Nullable String key,
      @Nullable String canonical,
      Instant undated,
      Instant now) {
    return new Entry(
        identity(source, stated, key),
        source.id(),
        stated,
        canonical,
        date(stated, undated, now),
        now);
  }

  /** A podcast's episode often has no page; the recording itself is then what it links to. */
  private static FeedEntry withLink(FeedEntry stated) {
    if (stated.link() != null || stated.enclosures().isEmpty()) {
      return stated;
    }
    String recording = stated.enclosures().getFirst().url();
    if (CanonicalUrl.of(recording).isEmpty()) {
      return stated;
    }
    return stated.toBuilder().link(recording).build();
  }

  private static Instant date(FeedEntry stated, Instant undated, Instant now) {
    Instant date = stated(stated);
    boolean usable = date != null && !date.isBefore(EARLIEST) && date.isBefore(now.plus(AHEAD));
    if (!usable || date == null) {
      return undated;
    }
    return date.isAfter(now) ? now : date;
  }

  /**
   * The guid identifies an entry as long as no other entry of the feed has the same, then the link
   * on the same terms unless it is the feed's home, then link, title and date together; a scheme
   * that flips between http and https does not make a new entry.
   */
  private static String identity(Source source, FeedEntry stated, @Nullable String key) {
    String own =
        key != null && !key.isBlank()
            ? key
            : String.valueOf(stated.link()) + '\n' + stated.title() + '\n' + stated.published();
    return Sha256.of(source.id() + '\n' + own.replaceFirst("^https?://", "")).substring(0, 16);
  }
}
