package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.http.ReplyOutcomes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads what arXiv announced in some categories since the source's watermark. The announcement feed
 * holds one day; where more than that may be new, or the feed cannot be had, OAI-PMH tells what
 * changed since, and where that cannot be had either, the API what was submitted. A source that has
 * the API alone is read by it.
 *
 * <p>One entry a paper, in its highest version:
 *
 * <ul>
 *   <li>A paper or cross-list that is read from the announcements is dated by the day on which it
 *       was announced: that is the week in which it is news, however long it was held back.
 *   <li>One that had to be caught up is dated by its first submission, the only date that is told.
 *       Papers announced late are then taken by the next issue as late arrivals; a cross-list of an
 *       old paper is accounted for and too old. Both dates belong to one entry, so no paper is news
 *       twice.
 *   <li>A replacement is no news: a paper that was announced before what is caught up is an entry
 *       again only to say that it was withdrawn, or where it may just have been cross-listed, which
 *       is where another archive's category is its first.
 * </ul>
 *
 * <p>The watermark moves only over what is proven: by the feed to its day, by OAI-PMH to the last
 * day of which it has changes, by the API beside them not at all. Until it has moved the feed's
 * validators are not kept, so that a 304 always means that nothing is missing. Spacing is kept by
 * {@link Http}; keeping state and the time of the next poll are left to the caller.
 */
public final class ArxivProtocol implements Protocol {
  /** Submissions are announced a day later, and clocks differ. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final ArxivAnnouncements announcements;
  private final ArxivOai oai;
  private final ArxivApi api;

  public ArxivProtocol(Http http) {
    this(http, ArxivApi.PAGE);
  }

  /**
   * @param page how many results the API is asked for at once
   */
  public ArxivProtocol(Http http, int page) {
    this.announcements = new ArxivAnnouncements(http);
    this.oai = new ArxivOai(http);
    this.api = new ArxivApi(http, page);
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    URI feed = source.query().announcements();
    if (feed == null && source.query().oai() == null) {
      return submitted(source, window);
    }
    ArxivPoll poll = new ArxivPoll(oai, api, source, state, window);
    if (feed == null) {
      return poll.caughtUp(null);
    }
    // Without a watermark nothing is stored that a 304 could confirm.
    Validators known = state.coveredTo() == null ? Validators.NONE : state.validators();
    return switch (announcements.read(source, feed, known)) {
      case ArxivAnswer.Unchanged same -> poll.unchanged(same);
      case ArxivAnswer.Read read -> poll.announced(read);
      case ArxivAnswer.Broken broken -> poll.broken(broken);
    };
  }

  // ------------------------------------------------------------------ the API alone

  private FetchOutcome submitted(Source source, Window window) {
    Instant oldest = window.from().minus(OVERLAP);
    return switch (api.read(source, oldest, ArxivApi.Order.FIRST_SUBMITTED)) {
      case ArxivAnswer.Read read ->
          new FetchOutcome.Fetched(
              ArxivPoll.feed("arxiv-api", read.papers(), read.warnings(), true),
              Validators.NONE,
              "",
              null,
              Duration.ZERO,
              new Window(oldest, ArxivPoll.latest(oldest, read.upTo())));
      case ArxivAnswer.Broken broken when broken.after() == 0 -> broken.why();
      case ArxivAnswer.Broken broken ->
          new FetchOutcome.Fetched(
              ArxivPoll.feed("arxiv-api", broken.papers(), List.of(missing(broken)), false),
              Validators.NONE,
              "",
              null,
              ReplyOutcomes.wait(broken.why()));
      case ArxivAnswer.Unchanged same ->
          new FetchOutcome.NotModified(same.validators(), same.freshFor());
    };
  }

  private static String missing(ArxivAnswer.Broken broken) {
    return "Submissions after the first %d are missing: %s"
        .formatted(broken.after(), ArxivPoll.said(broken.why()));
  }
}
