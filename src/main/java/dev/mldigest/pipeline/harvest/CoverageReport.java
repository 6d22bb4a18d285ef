package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Gap;
import dev.mldigest.domain.PollEnding;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How completely each source was watched within a window, by what its polls prove: for {@code
 * digest coverage} and for what an issue says of itself.
 */
public final class CoverageReport {
  /** A weekly digest: less would say nothing of sources that publish once a week. */
  private static final Duration LEAST = Duration.ofDays(7);

  /**
   * Sources that announce by the day are proven up to the day before; and an hour for the clocks.
   */
  private static final Duration DAY_BY_DAY = Duration.ofHours(25);

  private final Settings settings;
  private final Store store;

  public CoverageReport(Settings settings, Store store) {
    this.settings = settings;
    this.store = store;
  }

  /** How well a source was watched. */
  public enum Extent {
    /** Everything it announced within the window was seen. */
    COMPLETE,
    /**
     * Everything up to its watermark was seen; the next poll, in good time, sees what came since.
     */
    CURRENT,
    /** There is time within the window of which entries may be missing. */
    GAPS,
    /** What is known of it begins within the window. */
    PARTLY,
    /** It has not been read to the end of the window, or not as lately as it should have been. */
    BEHIND,
    /** It was never read. */
    UNREAD,
    /** Its server said that it is gone for good. */
    GONE,
    /** It was read within the window and is no longer configured, by this id at least. */
    REMOVED
  }

  /**
   * One source.
   *
   * @param from where the covered span begins, or null
   * @param to watermark, or null
   * @param items entries dated within the window
   * @param gaps those that touch the window, oldest first
   * @param nextPoll null where it was never polled and where it will never be again
   * @param trouble how the last poll failed, or empty
   */
  public record Line(
      String source,
      Extent extent,
      @Nullable Instant from,
      @Nullable Instant to,
      int items,
      List<Gap> gaps,
      @Nullable Instant lastSuccess,
      @Nullable Instant nextPoll,
      String trouble) {
    public Line {
      gaps = List.copyOf(gaps);
    }
  }

  /** From the newest issue's cut-off, but for at least seven days, to now. */
  public Window current(Instant now) {
    Instant week = now.minus(LEAST);
    Instant from =
        store.issues().made().stream()
            .map(issue -> issue.window().to())
            .max(Instant::compareTo)
            .filter(cutOff -> cutOff.isBefore(week))
            .orElse(week);
    return new Window(from, now);
  }

  /** The window of an issue that was begun. */
  public Optional<Window> of(Week week) {
    return store.issues().find(week).map(issue -> issue.window());
  }

  /** A line for each configured source, in the configuration's order; then those removed, by id. */
  public List<Line> lines(Window window, Instant now) {
    Map<String, List<Gap>> gaps = store.gaps().touching(window);
    Map<String, Integer> items = store.gaps().entries(window);
    Map<String, PollRecord> polls =
        store.sources().polls().stream().collect(Collectors.toMap(PollRecord::sourceId, p -> p));
    Stream<Line> configured =
        settings.sources().stream()
            .map(source ->
                line(
                    source,
                    polls.get(source.id()),
                    gaps.getOrDefault(source.id(), List.of()),
                    items.getOrDefault(source.id(), 0),
                    window,
                    now));
    Set<String> active = new TreeSet<>(items.keySet());
    active.addAll(store.gaps().asked(window));
    Stream<Line> removed =
        active.stream()
            .filter(id -> settings.source(id).isEmpty())
            .map(id ->
                removed(
                    id,
                    polls.get(id),
                    gaps.getOrDefault(id, List.of()),
                    items.getOrDefault(id, 0)));
    return Stream.concat(configured, removed).toList();
  }

  private static Line removed(String id, @Nullable PollRecord last, List<Gap> gaps, int items) {
    Instant success = last == null ? null : last.lastSuccess();
    return new Line(id, Extent.REMOVED, null, null, items, gaps, success, null, "");
  }

  private Line line(
      Source source,
      @Nullable PollRecord known,
      List<Gap> gaps,
      int items,
      Window window,
      Instant now) {
    SourceState state = store.sources().state(source);
    boolean same = known != null && known.sourceUrl().equals(source.url().toString());
    PollRecord poll = same ? known : null; // what was at another address says nothing of this one
    return new Line(
        source.id(),
        extent(state, poll, gaps, window, now),
        state.coveredFrom(),
        state.coveredTo(),
        items,
        gaps,
        poll == null ? null : poll.lastSuccess(),
        poll == null || isGone(poll) ? null : state.nextPoll(),
        poll == null || succeeded(poll) ? "" : trouble(poll));
  }

  private Extent extent(
      SourceState state, @Nullable PollRecord poll, List<Gap> gaps, Window window, Instant now) {
    Instant from = state.coveredFrom();
    Instant watermark = state.coveredTo();
    Instant to = watermark != null && watermark.isAfter(now) ? now : watermark;
    if (poll != null && isGone(poll)) {
      return Extent.GONE;
    }
    if (poll == null || from == null || to == null) {
      return Extent.UNREAD;
    }
    if (!gaps.isEmpty()) {
      return Extent.GAPS;
    }
    if (from.isAfter(window.from())) {
      return Extent.PARTLY;
    }
    if (!to.isBefore(window.to())) {
      return Extent.COMPLETE;
    }
    return isUpToDate(state, poll, now) ? Extent.CURRENT : Extent.BEHIND;
  }

  /** Read when it should have been: its next turn has not come. */
  private boolean isUpToDate(SourceState state, PollRecord poll, Instant now) {
    Instant lastSuccess = poll.lastSuccess();
    Instant to = state.coveredTo();
    if (lastSuccess == null
        || to == null
        || poll.ending() == PollEnding.PARTIAL
        || to.isBefore(lastSuccess.minus(DAY_BY_DAY))) {
      return false;
    }
    Duration latest = settings.network().polling().latest();
    Duration every = Objects.requireNonNullElse(state.every(), latest);
    Instant due = lastSuccess.plus(every.compareTo(latest) > 0 ? latest : every);
    Instant next = state.nextPoll();
    return !now.isAfter(succeeded(poll) && next != null ? next : due);
  }

  private static boolean succeeded(PollRecord poll) {
    return poll.at().equals(poll.lastSuccess());
  }

  private static boolean isGone(PollRecord poll) {
    return poll.ending() == PollEnding.GONE;
  }

  private static String trouble(PollRecord poll) {
    return poll.outcome() + (poll.detail().isEmpty() ? "" : ": " + poll.detail());
  }
}
