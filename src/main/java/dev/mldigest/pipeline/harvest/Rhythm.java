package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of a document tell of how long it shows an entry and how often it gets a new one.
 */
final class Rhythm {
  /** Entries that a publisher keeps on top although newer ones stand below. */
  private static final int PINNED = 3;

  /** So many times as far from the others as these are from each other. */
  private static final int FAR = 10;

  private Rhythm() {}

  /**
   * How often a document should be read for none of its entries to be missed: in the time in which
   * it gets one new entry. That is taken from the newer half of its entries, which a few that stay
   * for years do not distort, and is far below the time in which half of them are replaced: a burst
   * may well be five times as fast as the week.
   *
   * @param fresh how many entries were not in the document when it was read last
   * @param since when that was, or null if never
   * @param before what was found then, or null
   * @return null where the document is empty
   */
  static @Nullable Duration every(
      List<Entry> entries,
      int fresh,
      @Nullable Instant since,
      @Nullable Duration before,
      Instant now) {
    List<Instant> dates = new ArrayList<>(dates(entries, now));
    if (entries.isEmpty()) {
      return before;
    }
    if (dates.size() * 2 < entries.size()) {
      return undated(entries.size(), fresh, since, before, now);
    }
    dates.sort(Comparator.reverseOrder());
    int half = (dates.size() + 1) / 2;
    return Duration.between(dates.get(half - 1), now).dividedBy(half);
  }

  /** Without dates its own turnover tells: half of it may have been replaced at the next poll. */
  private static Duration undated(
      int size, int fresh, @Nullable Instant since, @Nullable Duration before, Instant now) {
    if (since == null || before == null) {
      return Duration.ZERO; // as soon as possible: nothing is known yet
    }
    return fresh == 0
        ? before.plusMinutes(30).multipliedBy(2)
        : Duration.between(since, now).multipliedBy(size).dividedBy(2L * fresh);
  }

  /**
   * The date from which on a document shows everything: its oldest, not counting a few that are
   * kept in it although newer ones have gone. Empty where it has no dates.
   */
  static Optional<Instant> reachesBackTo(List<Entry> entries, Instant now) {
    List<Instant> dates = dates(entries, now);
    int pinned = 0;
    while (pinned < Math.min(PINNED, dates.size() - 1)
        && dates.get(pinned).isBefore(dates.getLast())) {
      pinned++;
    }
    List<Instant> newestFirst = new ArrayList<>(dates.subList(pinned, dates.size()));
    newestFirst.sort(Comparator.reverseOrder());
    for (; pinned < PINNED && isEvergreen(newestFirst); pinned++) {
      newestFirst.removeLast();
    }
    return newestFirst.isEmpty() ? Optional.empty() : Optional.of(newestFirst.getLast());
  }

  /** True where the oldest lies far apart from all others: it was kept when its neighbours went. */
  private static boolean isEvergreen(List<Instant> newestFirst) {
    int last = newestFirst.size() - 1;
    if (last < PINNED) {
      return false; // too few to tell what is usual
    }
    Duration others = Duration.between(newestFirst.get(last - 1), newestFirst.getFirst());
    Duration apart = Duration.between(newestFirst.get(last), newestFirst.get(last - 1));
    return apart.compareTo(others.multipliedBy(FAR)) > 0;
  }

  /** Whether several entries are as old as that: a single one may have been dated back. */
  static boolean severalReachBackTo(Collection<Entry> entries, Instant then) {
    return dates(entries, then).size() > 1;
  }

  /** The oldest date after that one; empty where there is none. */
  static Optional<Instant> oldestAfter(Instant then, Collection<Entry> entries, Instant now) {
    return dates(entries, now).stream()
        .filter(date -> date.isAfter(then))
        .min(Comparator.naturalOrder());
  }

  private static List<Instant> dates(Collection<Entry> entries, Instant now) {
    return entries.stream()
        .filter(entry -> isDated(entry.feedEntry()))
        .map(Entry::date)
        .filter(date -> !date.isAfter(now))
        .toList();
  }

  private static boolean isDated(FeedEntry stated) {
    return stated.published() != null || stated.updated() != null;
  }
}
