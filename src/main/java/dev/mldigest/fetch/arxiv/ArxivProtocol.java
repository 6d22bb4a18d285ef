package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.Feed;
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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Records are stamped with whole days, and some appear a day after their stamp. */
  private static final Duration STAMPS = Duration.ofDays(2);

  /** So much longer the API looks back: few papers are held back for more than a week. */
  private static final Duration HELD = Duration.ofDays(7);

  /** What was submitted so long before was announced before, and is replaced now. */
  private static final Duration ANNOUNCED = Duration.ofDays(30);

  /** Older papers are in no issue that is still made: whether they were withdrawn is not asked. */
  private static final Duration REMEMBERED = Duration.ofDays(92);

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
    Poll poll = new Poll(source, state, window);
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
              feed("arxiv-api", read.papers(), read.warnings(), true),
              Validators.NONE,
              "",
              null,
              Duration.ZERO,
              new Window(oldest, latest(oldest, read.upTo())));
      case ArxivAnswer.Broken broken when broken.after() == 0 -> broken.why();
      case ArxivAnswer.Broken broken ->
          new FetchOutcome.Fetched(
              feed("arxiv-api", broken.papers(), List.of(missing(broken)), false),
              Validators.NONE,
              "",
              null,
              ReplyOutcomes.wait(broken.why()));
      case ArxivAnswer.Unchanged same ->
          new FetchOutcome.NotModified(same.validators(), same.freshFor());
    };
  }

  private static Feed feed(
      String format, List<ArxivPaper> papers, List<String> warnings, boolean complete) {
    return new Feed(
        format,
        "arXiv",
        "https://arxiv.org/",
        ArxivPaper.entries(papers),
        List.copyOf(warnings),
        complete);
  }

  private static String missing(ArxivAnswer.Broken broken) {
    return "Submissions after the first %d are missing: %s"
        .formatted(broken.after(), said(broken.why()));
  }

  private static String said(FetchOutcome why) {
    return (why.word() + " " + why.detail()).strip();
  }

  private static Instant latest(Instant a, @Nullable Instant b) {
    return b == null || b.isBefore(a) ? a : b;
  }

  // ------------------------------------------------------------------ one poll

  /** One source asked by announcements and what stands in for them. */
  private final class Poll {
    private final Source source;
    private final SourceState state;

    /** All up to here is known, or is not wanted. */
    private final Instant base;

    private final List<ArxivPaper> papers = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String format = "arxiv-oai";
    private @Nullable FetchOutcome trouble;

    Poll(Source source, SourceState state, Window window) {
      this.source = source;
      this.state = state;
      this.base = state.coveredTo() == null ? window.from() : state.coveredTo();
    }

    FetchOutcome announced(ArxivAnswer.Read read) {
      format = "arxiv-announcements";
      addNews(read.papers());
      warnings.addAll(read.warnings());
      Instant day = read.upTo();
      return day != null
              && !ArxivCalendar.missed(state.coveredTo(), day)
              && knowsWithdrawals(read.papers(), day)
          ? proven(read, latest(base, day))
          : caughtUp(read);
    }

    /** Most withdrawals are a replacement whose comment says so, which the API tells. */
    private boolean knowsWithdrawals(List<ArxivPaper> announced, Instant day) {
      YearMonth since = YearMonth.from(day.minus(REMEMBERED).atZone(ZoneOffset.UTC));
      List<String> ids =
          announced.stream()
              .filter(paper -> paper.replacement() && !paper.withdrawn())
              .filter(paper -> paper.identifiedSince(since))
              .map(ArxivPaper::id)
              .distinct()
              .toList();
      return switch (api.read(source, ids)) {
        case ArxivAnswer.Read read -> {
          read.papers().stream().filter(ArxivPaper::withdrawn).forEach(papers::add);
          yield true;
        }
        case ArxivAnswer.Unchanged _ -> true;
        case ArxivAnswer.Broken broken -> {
          trouble("The API", broken);
          yield false;
        }
      };
    }

    private void addNews(List<ArxivPaper> announced) {
      announced.stream()
          .filter(paper -> paper.withdrawn() || !paper.replacement())
          .forEach(papers::add);
    }

    /**
     * Feeds without papers may look alike and yet be weeks apart, and a copy from before midnight
     * may be served after it: a 304 where an announcement was due proves nothing.
     */
    FetchOutcome unchanged(ArxivAnswer.Unchanged same) {
      if (same.at() != null && ArxivCalendar.missed(state.coveredTo(), same.at())) {
        return caughtUp(null);
      }
      return same.at() == null || ArxivCalendar.due(state.coveredTo(), same.at())
          ? nothingYet(same)
          : new FetchOutcome.NotModified(same.validators(), same.freshFor());
    }

    private FetchOutcome nothingYet(ArxivAnswer.Unchanged same) {
      return new FetchOutcome.Fetched(
          feed("arxiv-announcements", papers, warnings, true),
          same.validators(),
          "",
          null,
          Duration.ZERO,
          new Window(base, base));
    }

    /** The papers of a feed that was cut off are kept: their day is told nowhere else. */
    FetchOutcome broken(ArxivAnswer.Broken broken) {
      addNews(broken.papers());
      trouble("The announcement feed", broken);
      return caughtUp(null);
    }

    /**
     * @param read the feed; null where it could not be had, or had nothing new
     */
    FetchOutcome caughtUp(ArxivAnswer.@Nullable Read read) {
      URI address = source.query().oai();
      if (address == null) {
        return bySubmission();
      }
      return switch (oai.read(source, address, base.minus(STAMPS))) {
        case ArxivAnswer.Read changes -> {
          add(changes.papers());
          yield proven(read, reached(read, changes.upTo()));
        }
        case ArxivAnswer.Broken broken -> {
          add(broken.papers());
          trouble("OAI-PMH", broken);
          yield bySubmission();
        }
        case ArxivAnswer.Unchanged same ->
            new FetchOutcome.NotModified(same.validators(), same.freshFor());
      };
    }

    /** The feed's day counts where the changes reach up to the announcement that it holds. */
    private Instant reached(ArxivAnswer.@Nullable Read read, @Nullable Instant changesTo) {
      Instant reach = latest(base, changesTo);
      return read == null || read.upTo() == null || ArxivCalendar.missed(reach, read.upTo())
          ? reach
          : latest(reach, read.upTo());
    }

    private FetchOutcome proven(ArxivAnswer.@Nullable Read read, Instant to) {
      boolean behind = read != null && (read.upTo() == null || to.isBefore(read.upTo()));
      if (behind) {
        warnings.add("OAI-PMH does not have the latest changes yet; it will be asked again.");
      }
      Validators validators = read == null ? state.validators() : read.validators();
      return new FetchOutcome.Fetched(
          feed(format, papers, warnings, !behind),
          behind ? Validators.NONE : validators,
          "",
          null,
          behind || read == null ? Duration.ZERO : read.freshFor(),
          new Window(base, to));
    }

    private FetchOutcome bySubmission() {
      format = format.equals("arxiv-oai") ? "arxiv-api" : format;
      for (ArxivApi.Order order : ArxivApi.Order.values()) {
        switch (api.read(source, base.minus(HELD), order)) {
          case ArxivAnswer.Read read -> add(read.papers());
          case ArxivAnswer.Unchanged _ -> {}
          case ArxivAnswer.Broken broken -> {
            add(broken.papers());
            trouble("The API", broken);
            return papers.isEmpty() && trouble != null ? trouble : unproven();
          }
        }
      }
      return unproven();
    }

    private FetchOutcome unproven() {
      warnings.add(
          "Caught up by date of submission: papers that were held back for more than 7 days or"
              + " cross-listed late may be missing until OAI-PMH answers again.");
      return new FetchOutcome.Fetched(
          feed(format, papers, warnings, false),
          Validators.NONE,
          "",
          null,
          trouble == null ? Duration.ZERO : ReplyOutcomes.wait(trouble),
          new Window(base, base));
    }

    private void trouble(String where, ArxivAnswer.Broken broken) {
      trouble = trouble == null ? broken.why() : trouble;
      warnings.add(
          "%s could not be read %s: %s"
              .formatted(
                  where,
                  broken.after() == 0 ? "at all" : "past its first " + broken.after(),
                  said(broken.why())));
    }

    private void add(List<ArxivPaper> changed) {
      changed.stream().filter(paper -> paper.withdrawn() || !replaced(paper)).forEach(papers::add);
    }

    /** A paper of a subscribed archive that was announced before, and has a new version now. */
    private boolean replaced(ArxivPaper paper) {
      List<String> categories = paper.entry().categories();
      return paper.version() > 1
          && paper.olderThan(base.minus(ANNOUNCED))
          && !categories.isEmpty()
          && source.categories().contains(categories.getFirst());
    }
  }
}
