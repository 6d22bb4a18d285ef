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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private Intake() {}

  /**
   * Entries in the feed's order; an entry stated twice is one.
   *
   * @param known what the source stated before: identifiers, titles, links and dates
   * @param first whether the source is read for the first time: of one without dates that is the
   *     {@link Baseline}
   */
  static List<Entry> entries(
      Source source, Feed feed, List<FeedEntry> known, boolean first, Instant now) {
    List<FeedEntry> feedEntries = feed.entries();
    EntryAddresses addresses = new EntryAddresses(source, feed, known);
    Instant undated = first && Baseline.isKeptOf(source.kind()) ? Baseline.DATE : now;
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
      entries.add(entry(source, linked, key, canonical, undated, now));
    }
    return entries;
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
    Instant date = stated.published() != null ? stated.published() : stated.updated();
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
