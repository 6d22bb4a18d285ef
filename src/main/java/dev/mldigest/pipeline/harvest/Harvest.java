package dev.mldigest.pipeline.harvest;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Seen;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.fetch.http.Parsing;
import dev.mldigest.store.GroupCommits;
import dev.mldigest.store.Store;
import dev.mldigest.web.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frequent half of the work: asks every source that is due, stores what is new, reads the
 * articles of the window. Whatever was stored is never asked for again, so a harvest that is killed
 * goes on where it was.
 *
 * <p>A source that does not answer in time is asked once more when all others are through, among
 * few: on a machine with other work the fault may have been ours.
 */
public final class Harvest {
  private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);

  /** Sources asked once more at a time. */
  private static final int AGAIN_AT_ONCE = 8;

  /** So many that are silent a second time are not silent because of us: the rest is let be. */
  private static final int SILENT_AGAIN = 32;

  private final Settings settings;
  private final Store store;
  private final SourceReader reader;
  private final PollSchedule schedule;
  private final InstantSource clock;
  private final ArticleReading articles;
  private final Parsing parsing;
  private final Progress progress;

  public Harvest(
      Settings settings,
      Store store,
      SourceReader reader,
      Pages pages,
      Extractor extractor,
      InstantSource clock,
      Progress progress) {
    this.settings = settings;
    this.store = store;
    this.reader = reader;
    this.schedule = new PollSchedule(settings.network());
    this.clock = clock;
    this.articles = new ArticleReading(settings, pages, extractor);
    this.parsing = pages.parsing();
    this.progress = progress;
  }

  /** Which sources a harvest asks. */
  public enum Asking {
    /** Those whose turn has come: often enough to miss nothing. */
    DUE,
    /** Before an issue, all that may be asked. */
    ALLOWED
  }

  /**
   * What a harvest did.
   *
   * @param polled sources that were asked over the network
   * @param reached of these, sources whose server answered with what it has
   * @param newEntries entries never seen before
   * @param pagesRead articles tried
   */
  public record Result(int polled, int reached, int newEntries, int pagesRead) {
    /** True where sources were asked and not one of them answered. */
    public boolean nothingReached() {
      return polled > 0 && reached == 0;
    }
  }

  /**
   * @param window the time whose articles are wanted
   * @param now the start of the run: everything found in it counts as first seen then
   */
  public Result run(Asking asking, Window window, Instant now) {
    List<Turn> turns = asked(asking, now);
    List<Source> due = turns.stream().map(Turn::source).toList();
    try (GroupCommits commits = store.groupCommits();
        ArticleDesk desk = new ArticleDesk(settings, store, commits, articles, due, window, now)) {
      Round round = new Round(commits, desk, window, now);
      List<Poll> polls = round.again(round.first(turns));
      boolean cutOff = isCutOff(polls);
      commits.write(() -> polls.stream().mapToInt(poll -> storeFailure(poll, cutOff, now)).sum());
      return told(polls, desk.rest(progress));
    }
  }

  private Result told(List<Poll> polls, int pagesRead) {
    List<Poll> remote = polls.stream().filter(Poll::isRemote).toList();
    int reached = (int) remote.stream().filter(Poll::answered).count();
    int newEntries = remote.stream().mapToInt(Poll::newEntries).sum();
    LOG.info(
        "harvest: {} of {} sources were asked, {} answered, {} new entries, {} articles read",
        remote.size(),
        settings.sources().stream().filter(Harvest::isRemote).count(),
        reached,
        newEntries,
        pagesRead);
    return new Result(remote.size(), reached, newEntries, pagesRead);
  }

  /** A source that is asked, and what is remembered of it. */
  private record Turn(Source source, SourceState state) {}

  /**
   * What became of it.
   *
   * @param trouble what came instead of an answer, or null
   */
  private record Poll(Turn turn, @Nullable FetchOutcome trouble, int newEntries) {
    Source source() {
      return turn.source();
    }

    boolean answered() {
      return trouble == null;
    }

    /** A folder says nothing of the network. */
    boolean isRemote() {
      return Harvest.isRemote(source());
    }

    boolean isUnconnected() {
      return isRemote() && trouble instanceof FetchOutcome.Failed failed && failed.isConnection();
    }

    boolean isTimeout() {
      return trouble instanceof FetchOutcome.Failed failed && failed.isTimeout();
    }

    String host() {
      return String.valueOf(turn.state().address(source().url()).getHost());
    }
  }

  private static boolean isRemote(Source source) {
    return source.kind() != SourceKind.ARCHIVE;
  }

  /** Whether a source may be asked at all, by its own wishes and what it answered last. */
  public static boolean mayAsk(SourceState state, Instant now) {
    return PollSchedule.isAllowed(state, now);
  }

  /** Those that have waited longest go first: some lanes do not take all who queue in one run. */
  private List<Turn> asked(Asking asking, Instant now) {
    return settings.sources().stream()
        .map(source -> new Turn(source, store.sources().state(source)))
        .filter(turn ->
            switch (asking) {
              case DUE -> PollSchedule.isDue(turn.state(), now);
              case ALLOWED -> PollSchedule.isAllowed(turn.state(), now);
            })
        .sorted(comparing(turn -> requireNonNullElse(turn.state().nextPoll(), Instant.MIN)))
        .toList();
  }

  /** The sources of one harvest, all at the same time. */
  private final class Round {
    private final GroupCommits commits;
    private final ArticleDesk desk;
    private final Window window;
    private final Instant now;

    Round(GroupCommits commits, ArticleDesk desk, Window window, Instant now) {
      this.commits = commits;
      this.desk = desk;
      this.window = window;
      this.now = now;
    }

    List<Poll> first(List<Turn> turns) {
      return Concurrent.map(
          "reading sources", turns, turns.size(), progress, turn -> poll(turn, false));
    }

    /** The same, with those that did not answer in time asked again, among few and alone. */
    List<Poll> again(List<Poll> polls) {
      List<Poll> late = polls.stream().filter(Poll::isTimeout).toList();
      boolean deaf = isCutOff(polls);
      if (!late.isEmpty() && !deaf) {
        desk.await();
      }
      AtomicInteger silent = new AtomicInteger(deaf ? SILENT_AGAIN : 0);
      Map<Source, Poll> second = new HashMap<>();
      Concurrent.map("asking again", late, AGAIN_AT_ONCE, progress, poll -> again(poll, silent))
          .forEach(poll -> second.put(poll.source(), poll));
      return polls.stream().map(poll -> second.getOrDefault(poll.source(), poll)).toList();
    }

    private Poll again(Poll late, AtomicInteger silent) {
      if (silent.get() >= SILENT_AGAIN) {
        desk.in(late.source(), List.of());
        return late;
      }
      Poll poll = poll(late.turn(), true);
      if (poll.isTimeout()) {
        silent.incrementAndGet();
      }
      return poll;
    }

    /**
     * An answer is stored at once: what was read is never asked for again, whatever happens to this
     * run.
     *
     * @param last whether it is asked no more after this
     */
    private Poll poll(Turn turn, boolean last) {
      Source source = turn.source();
      SourceState before = turn.state();
      Heard heard = heard(source, before);
      FetchOutcome outcome = heard.outcome();
      List<Entry> entries = heard.entries();
      Poll poll =
          switch (outcome) {
            case FetchOutcome.Fetched _, FetchOutcome.NotModified _ ->
                new Poll(
                    turn, null, commits.write(() -> record(source, before, outcome, entries, now)));
            case FetchOutcome other -> new Poll(turn, other, 0);
          };
      if (last || !poll.isTimeout()) {
        desk.in(source, entries);
      }
      return poll;
    }

    private Heard heard(Source source, SourceState before) {
      FetchOutcome outcome = fetch(source, before, window, now);
      if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
        return new Heard(outcome, List.of());
      }
      List<FeedEntry> stated = store.sources().stated(source);
      boolean first = before.bodyHash() == null;
      try {
        return new Heard(
            outcome,
            parsing.of(0, () -> Intake.entries(source, fetched.feed(), stated, first, now)));
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        return new Heard(defect(source, e), List.of());
      }
    }
  }

  /** What a source said, as entries. */
  private record Heard(FetchOutcome outcome, List<Entry> entries) {}

  private FetchOutcome fetch(Source source, SourceState before, Window window, Instant now) {
    try {
      // Whatever week is made again: what is known of a source is known up to now.
      Instant to = window.to().isBefore(now) ? now : window.to();
      return reader.fetch(source, before, new Window(window.from(), to));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return defect(source, e);
    }
  }

  /** A defect of ours in reading one source costs that source, never the rest. */
  private static FetchOutcome defect(Source source, Throwable e) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("it was given up, which is no defect", e);
    }
    LOG.error("source {} could not be read because of a defect", source.id(), Defect.of(e));
    return new FetchOutcome.Failed(
        FetchFailure.DEFECT, Redaction.in("Reading it failed inside this program: " + e + "."));
  }

  private int record(
      Source source, SourceState before, FetchOutcome outcome, List<Entry> entries, Instant now) {
    Seen seen = store.sources().seen(source, entries);
    SourceState next =
        schedule.next(before, outcome, every(before, outcome, entries, seen, now), clock.instant());
    CoveredSpan covering = Coverage.after(before, outcome, entries, seen, now);
    covering.gap().ifPresent(gap -> LOG.warn("source {}: {}", source.id(), gap.reason()));
    return store.sources().record(source, outcome, next, covering, entries, now);
  }

  /** A source that is asked by date shows what it had at any time: once in a while suffices. */
  private @Nullable Duration every(
      SourceState before, FetchOutcome outcome, List<Entry> entries, Seen seen, Instant now) {
    return outcome instanceof FetchOutcome.Fetched fetched && fetched.covered() == null
        ? Rhythm.every(
            entries, entries.size() - seen.known().size(), before.coveredTo(), before.every(), now)
        : null;
  }

  /**
   * Whether the fault is on our side: several hosts were tried and nobody was heard, not even to
   * refuse. One host that is silent is most likely down itself.
   */
  private static boolean isCutOff(List<Poll> polls) {
    return polls.stream().filter(Poll::isRemote).allMatch(Poll::isUnconnected)
        && polls.stream().filter(Poll::isUnconnected).map(Poll::host).distinct().count() > 1;
  }

  /** No source is backed off for a fault on our side. */
  private int storeFailure(Poll poll, boolean cutOff, Instant now) {
    FetchOutcome trouble = poll.trouble();
    if (trouble == null) {
      return 0;
    }
    Source source = poll.source();
    SourceState before = poll.turn().state();
    LOG.warn("source {}: {}: {}", source.id(), trouble.word(), trouble.detail());
    boolean ours = cutOff && poll.isUnconnected();
    SourceState next = ours ? before : schedule.next(before, trouble, null, clock.instant());
    return store.sources().record(source, trouble, next, List.of(), now);
  }
}
