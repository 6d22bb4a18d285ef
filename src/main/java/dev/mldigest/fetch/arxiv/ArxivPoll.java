package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
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
 * One source asked by announcements and what stands in for them: keeps count of what is proven and
 * of what went wrong. Good for one use.
 */
final class ArxivPoll {
  /** Records are stamped with whole days, and some appear a day after their stamp. */
  private static final Duration STAMPS = Duration.ofDays(2);

  /** So much longer the API looks back: few papers are held back for more than a week. */
  private static final Duration HELD = Duration.ofDays(7);

  /** What was submitted so long before was announced before, and is replaced now. */
  private static final Duration ANNOUNCED = Duration.ofDays(30);

  /** Older papers are in no issue that is still made: whether they were withdrawn is not asked. */
  private static final Duration REMEMBERED = Duration.ofDays(92);

  private final ArxivOai oai;
  private final ArxivApi api;
  private final Source source;
  private final SourceState state;

  /** All up to here is known, or is not wanted. */
  private final Instant base;

  private final List<ArxivPaper> papers = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String format = "arxiv-oai";
  private @Nullable FetchOutcome trouble;

  ArxivPoll(ArxivOai oai, ArxivApi api, Source source, SourceState state, Window window) {
    this.oai = oai;
    this.api = api;
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
   * Feeds without papers may look alike and yet be weeks apart, and a copy from before midnight may
   * be served after it: a 304 where an announcement was due proves nothing.
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

  static Feed feed(
      String format, List<ArxivPaper> papers, List<String> warnings, boolean complete) {
    return new Feed(
        format,
        "arXiv",
        "https://arxiv.org/",
        ArxivPaper.entries(papers),
        List.copyOf(warnings),
        complete);
  }

  static String said(FetchOutcome why) {
    return (why.word() + " " + why.detail()).strip();
  }

  static Instant latest(Instant a, @Nullable Instant b) {
    return b == null || b.isBefore(a) ? a : b;
  }
}
