package dev.mldigest.pipeline.harvest;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.fetch.http.Parsing;
import dev.mldigest.store.GroupCommits;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frequent half of the work: asks every source that is due, stores what is new, reads the
 * articles of the window. Whatever was stored is never asked for again, so a harvest that is killed
 * goes on where it was.
 *
 * <p>Asked → heard → entries → stored, source by source in a {@link Round}; read, page by page, at
 * the {@link ArticleDesk}.
 */
public final class Harvest {
  private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);

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
    Listening listening = new Listening(reader, parsing, store, window, now);
    PollBook book = new PollBook(store, schedule, clock, now);
    try (GroupCommits commits = store.groupCommits();
        ArticleDesk desk = new ArticleDesk(settings, store, commits, articles, due, window, now)) {
      List<Poll> polls = new Round(listening, book, commits, desk, progress).ask(turns);
      commits.write(() -> book.failed(polls));
      return told(polls, desk.rest(progress));
    }
  }

  private Result told(List<Poll> polls, int pagesRead) {
    List<Poll> remote = polls.stream().filter(poll -> poll.turn().isRemote()).toList();
    int reached = (int) remote.stream().filter(Poll::answered).count();
    int newEntries = remote.stream().mapToInt(Poll::newEntries).sum();
    LOG.info(
        "harvest: {} of {} sources were asked, {} answered, {} new entries, {} articles read",
        remote.size(),
        settings.sources().stream().filter(source -> source.kind() != SourceKind.ARCHIVE).count(),
        reached,
        newEntries,
        pagesRead);
    return new Result(remote.size(), reached, newEntries, pagesRead);
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
}
