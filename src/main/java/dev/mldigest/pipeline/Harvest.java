package dev.mldigest.pipeline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.mldigest.domain.Covering;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.ExtractOutcome;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Redaction;
import dev.mldigest.domain.Seen;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.Pages;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frequent half of the work: asks every source that is due, stores what is new, reads the
 * articles of the window. Whatever was stored is never asked for again, so a harvest that is killed
 * goes on where it was.
 *
 * <p>Articles are read after all feeds: which of several entries of one page speaks for it must not
 * depend on which feed answered first.
 */
public final class Harvest {
  private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);

  /**
   * Pages in memory at once, each of up to {@code network.max-bytes}; the politeness towards one
   * host is the fetcher's business.
   */
  private static final int PAGES_AT_ONCE = 16;

  private final Settings settings;
  private final Store store;
  private final SourceReader reader;
  private final PollSchedule schedule;
  private final InstantSource clock;
  private final ArticleReading articles;
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
    List<Source> due = asked(asking, now);
    List<Poll> polls =
        Concurrent.map(
            "reading sources", due, due.size(), progress, source -> poll(source, window, now));
    int polled = (int) polls.stream().filter(Poll::isRemote).count();
    int reached = (int) polls.stream().filter(Poll::isRemote).filter(Poll::answered).count();
    int newEntries = polls.stream().filter(Poll::isRemote).mapToInt(Poll::newEntries).sum();
    boolean cutOff = isCutOff(polls);
    polls.stream()
        .filter(poll -> !poll.answered())
        .forEach(poll -> storeFailure(poll, cutOff, now));
    int pagesRead = readArticles(window, now);
    LOG.info(
        "harvest: {} of {} sources were asked, {} answered, {} new entries, {} articles read",
        polled,
        settings.sources().stream().filter(Harvest::isRemote).count(),
        reached,
        newEntries,
        pagesRead);
    return new Result(polled, reached, newEntries, pagesRead);
  }

  private record Poll(Source source, SourceState before, FetchOutcome outcome, int newEntries) {
    boolean answered() {
      return outcome instanceof FetchOutcome.Fetched || outcome instanceof FetchOutcome.NotModified;
    }

    /** A folder says nothing of the network. */
    boolean isRemote() {
      return Harvest.isRemote(source);
    }

    boolean isUnconnected() {
      return isRemote() && outcome instanceof FetchOutcome.Failed failed && failed.isConnection();
    }

    String host() {
      return String.valueOf(before.address(source.url()).getHost());
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
  private List<Source> asked(Asking asking, Instant now) {
    record Turn(Source source, SourceState state) {}
    return settings.sources().stream()
        .map(source -> new Turn(source, store.sources().state(source)))
        .filter(turn ->
            switch (asking) {
              case DUE -> PollSchedule.isDue(turn.state(), now);
              case ALLOWED -> PollSchedule.isAllowed(turn.state(), now);
            })
        .sorted(comparing(turn -> requireNonNullElse(turn.state().nextPoll(), Instant.MIN)))
        .map(Turn::source)
        .toList();
  }

  /**
   * An answer is stored at once: what was read is never asked for again, whatever happens to this
   * run.
   */
  private Poll poll(Source source, Window window, Instant now) {
    SourceState before = store.sources().state(source);
    return switch (fetch(source, before, window, now)) {
      case FetchOutcome.Fetched fetched -> {
        List<Entry> entries =
            Intake.entries(source, fetched.feed().entries(), before.bodyHash() == null, now);
        yield new Poll(source, before, fetched, record(source, before, fetched, entries, now));
      }
      case FetchOutcome.NotModified same ->
          new Poll(source, before, same, record(source, before, same, List.of(), now));
      case FetchOutcome other -> new Poll(source, before, other, 0);
    };
  }

  /** A defect of ours in reading one source costs that source, never the rest. */
  private FetchOutcome fetch(Source source, SourceState before, Window window, Instant now) {
    try {
      // Whatever week is made again: what is known of a source is known up to now.
      Instant to = window.to().isBefore(now) ? now : window.to();
      return reader.fetch(source, before, new Window(window.from(), to));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("source {} could not be read because of a defect", source.id(), Defect.of(e));
      return new FetchOutcome.Failed(
          "defect", Redaction.in("Reading it failed inside this program: " + e + "."));
    }
  }

  /** The same for one page. */
  private ExtractOutcome readArticle(List<Entry> entries) {
    try {
      return articles.read(entries);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error(
          "{} could not be read because of a defect",
          Redaction.in(entries.getFirst().page()),
          Defect.of(e));
      return new ExtractOutcome.Missing(
          Redaction.in("Reading it failed inside this program: " + e + "."));
    }
  }

  private int record(
      Source source, SourceState before, FetchOutcome outcome, List<Entry> entries, Instant now) {
    Seen seen = store.sources().seen(source, entries);
    SourceState next =
        schedule.next(before, outcome, every(before, outcome, entries, seen, now), clock.instant());
    Covering covering = Coverage.after(before, outcome, entries, seen, now);
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
  private void storeFailure(Poll poll, boolean cutOff, Instant now) {
    LOG.warn(
        "source {}: {}: {}", poll.source().id(), poll.outcome().word(), poll.outcome().detail());
    SourceState next =
        cutOff && poll.isUnconnected()
            ? poll.before()
            : schedule.next(poll.before(), poll.outcome(), null, clock.instant());
    store.sources().record(poll.source(), poll.outcome(), next, List.of(), now);
  }

  /** What the editor published already is remembered by its link and its title. */
  private boolean isArchived(Entry entry) {
    return settings
        .source(entry.sourceId())
        .filter(source -> source.kind() == SourceKind.ARCHIVE)
        .isPresent();
  }

  private int readArticles(Window window, Instant now) {
    Map<String, List<Entry>> pages =
        store.articles().toRead(window, now).stream()
            .filter(entry -> !isArchived(entry))
            .collect(groupingBy(Entry::page, LinkedHashMap::new, toList()));
    // What several sources speak of goes first: arXiv's share of a run does not reach all its
    // papers.
    List<List<Entry>> order =
        pages.values().stream()
            .sorted(comparingInt((List<Entry> entries) -> -entries.size()))
            .toList();
    Concurrent.map(
        "reading articles",
        order,
        PAGES_AT_ONCE,
        progress,
        entries -> {
          store.articles().record(entries.getFirst().page(), readArticle(entries), now);
          return entries.size();
        });
    return pages.size();
  }
}
