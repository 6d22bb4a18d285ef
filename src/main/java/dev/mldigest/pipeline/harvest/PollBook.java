package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Seen;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the state what became of a poll, and when the source is asked again.
 *
 * @param now the start of the run
 */
record PollBook(Store store, PollSchedule schedule, InstantSource clock, Instant now) {
  private static final Logger LOG = LoggerFactory.getLogger(PollBook.class);

  /**
   * What a source answered.
   *
   * @return how many of the entries were never seen before
   */
  int answered(Turn turn, Listening.Heard heard) {
    SourceState before = turn.state();
    Seen seen = store.sources().seen(turn.source(), heard.entries());
    Duration every = every(before, heard, seen);
    SourceState next = schedule.next(before, heard.outcome(), every, clock.instant());
    CoveredSpan covering = Coverage.after(before, heard.outcome(), heard.entries(), seen, now);
    covering.gap().ifPresent(gap -> LOG.warn("source {}: {}", turn.source().id(), gap.reason()));
    return store
        .sources()
        .record(turn.source(), heard.outcome(), next, covering, heard.entries(), now);
  }

  /** A source that is asked by date shows what it had at any time: once in a while suffices. */
  private @Nullable Duration every(SourceState before, Listening.Heard heard, Seen seen) {
    int fresh = heard.entries().size() - seen.known().size();
    return heard.outcome() instanceof FetchOutcome.Fetched fetched && fetched.covered() == null
        ? Rhythm.every(heard.entries(), fresh, before.coveredTo(), before.every(), now)
        : null;
  }

  /** What could not be read; returns a number because a commit gives one. */
  int failed(List<Poll> polls) {
    boolean cutOff = Poll.areCutOff(polls);
    return polls.stream().mapToInt(poll -> failed(poll, cutOff)).sum();
  }

  private int failed(Poll poll, boolean cutOff) {
    FetchOutcome trouble = poll.trouble();
    if (trouble == null) {
      return 0;
    }
    Source source = poll.source();
    SourceState before = poll.turn().state();
    LOG.warn("source {}: {}: {}", source.id(), trouble.word(), trouble.detail());
    SourceState next =
        poll.isOurFault(cutOff) ? before : schedule.next(before, trouble, null, clock.instant());
    return store.sources().record(source, trouble, next, List.of(), now);
  }
}
