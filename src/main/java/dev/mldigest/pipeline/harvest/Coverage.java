package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Seen;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a poll proves: up to when everything was seen that a source announced, and where something
 * may be missing. When in doubt it is a gap.
 *
 * <p>A document shows its newest entries. As long as one of the newest that were known before is
 * still in it, nothing came and went in between. An old one that is still there proves nothing: it
 * may be pinned.
 */
final class Coverage {
  private Coverage() {}

  /**
   * @param entries what was fetched, empty for a source that has not changed
   * @param seen which of them were known before this poll
   * @param now the start of the poll: what is announced later may not be in the answer
   */
  static CoveredSpan after(
      SourceState stored, FetchOutcome outcome, List<Entry> entries, Seen seen, Instant now) {
    SourceState before = upToNow(stored, now);
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> fetched(before, fetched, entries, seen, now);
      case FetchOutcome.NotModified same -> upTo(before.coveredFrom(), now, before);
      case FetchOutcome.RateLimited limited -> same(before);
      case FetchOutcome.Gone gone -> same(before);
      case FetchOutcome.Refused refused -> same(before);
      case FetchOutcome.Failed failed -> same(before);
    };
  }

  /** A clock that was ahead proves nothing of the time that it has still to come to. */
  private static SourceState upToNow(SourceState state, Instant now) {
    Instant to = state.coveredTo();
    Instant from = state.coveredFrom();
    return to == null || !to.isAfter(now)
        ? state
        : state.covering(from != null && from.isAfter(now) ? now : from, now);
  }

  private static CoveredSpan fetched(
      SourceState before,
      FetchOutcome.Fetched fetched,
      List<Entry> entries,
      Seen seen,
      Instant now) {
    Window asked = fetched.covered();
    if (asked != null) {
      return byDate(before, asked, now);
    }
    Instant watermark = before.coveredTo();
    Instant back = Rhythm.reachesBackTo(entries, now).orElse(now);
    if (watermark == null) {
      return new CoveredSpan(back, now, Optional.empty(), Optional.empty());
    }
    return document(before, watermark, fetched.feed().complete(), back, entries, seen, now);
  }

  private static CoveredSpan document(
      SourceState before,
      Instant watermark,
      boolean whole,
      Instant back,
      List<Entry> entries,
      Seen seen,
      Instant now) {
    if (!whole) {
      return gap(before, watermark, now, Gap.CUT_SHORT, now);
    }
    List<Entry> fresh =
        entries.stream().filter(entry -> !seen.known().contains(entry.id())).toList();
    boolean wasEmpty = before.every() == null; // never held an entry that could have gone
    boolean overlaps =
        wasEmpty || entries.stream().anyMatch(entry -> seen.newest().contains(entry.id()));
    if (!overlaps && fresh.isEmpty()) {
      return same(before); // emptied, or an old copy from a cache: nothing of the time since
    }
    if (overlaps || Rhythm.severalReachBackTo(fresh, watermark)) {
      return new CoveredSpan(
          Objects.requireNonNullElse(before.coveredFrom(), watermark),
          now,
          Optional.empty(),
          Optional.of(new CoveredSpan.Closing(new Window(back, now), Gap.CUT_SHORT)));
    }
    Instant until = Rhythm.oldestAfter(watermark, fresh, now).orElse(now);
    return gap(before, watermark, until, Gap.MOVED_ON, now);
  }

  private static CoveredSpan byDate(SourceState before, Window asked, Instant now) {
    Instant watermark = before.coveredTo();
    Instant to = asked.to().isAfter(now) ? now : asked.to();
    if (watermark == null) {
      return new CoveredSpan(asked.from(), to, Optional.empty(), Optional.empty());
    }
    Instant reached = to.isBefore(watermark) ? watermark : to;
    Optional<CoveredSpan.Closing> closes = Optional.of(new CoveredSpan.Closing(asked, null));
    if (asked.from().isAfter(watermark)) {
      Gap gap = new Gap(watermark, asked.from(), Gap.OUT_OF_REACH);
      return new CoveredSpan(before.coveredFrom(), reached, Optional.of(gap), closes);
    }
    Instant from = Objects.requireNonNullElse(before.coveredFrom(), watermark);
    boolean extendsBack = asked.from().isBefore(from) && !asked.to().isBefore(from);
    return new CoveredSpan(extendsBack ? asked.from() : from, reached, Optional.empty(), closes);
  }

  private static CoveredSpan gap(
      SourceState before, Instant since, Instant until, String reason, Instant now) {
    return new CoveredSpan(
        Objects.requireNonNullElse(before.coveredFrom(), since),
        now,
        Optional.of(new Gap(since, until, reason)),
        Optional.empty());
  }

  private static CoveredSpan upTo(@Nullable Instant from, Instant now, SourceState before) {
    Instant start = from == null ? Objects.requireNonNullElse(before.coveredTo(), now) : from;
    return new CoveredSpan(start, now, Optional.empty(), Optional.empty());
  }

  private static CoveredSpan same(SourceState before) {
    return new CoveredSpan(
        before.coveredFrom(), before.coveredTo(), Optional.empty(), Optional.empty());
  }
}
