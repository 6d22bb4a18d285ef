package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.FiledIssue;
import dev.mldigest.pipeline.filing.Filing;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.Proposal;
import dev.mldigest.pipeline.past.Learned;
import dev.mldigest.select.Panel;
import dev.mldigest.select.Selection;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.Opinions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The weekly half of the work, on one screen: harvested → extracted → stories → shortlist →
 * summarised → draft → saved. Everything is derived from the state, so an issue that is interrupted
 * anywhere and started again comes out the same.
 */
public final class WeeklyIssue {
  private final Settings settings;
  private final Store store;
  private final Selection selection;
  private final Summaries summaries;
  private final Openings openings;
  private final Opinions opinions;
  private final Choice choice;
  private final IssueFiles files;
  private final Filing filing;

  public WeeklyIssue(
      Settings settings, Store store, Selection selection, Writers writers, IssueFiles files) {
    this.settings = settings;
    this.store = store;
    this.selection = selection;
    this.opinions = writers.opinions();
    this.summaries = new Summaries(writers);
    this.openings = new Openings(settings, writers);
    this.choice = new Choice(store, selection, summaries);
    this.files = files;
    this.filing = new Filing(store, files);
  }

  /**
   * Makes the issue of a week, once.
   *
   * @param window what it covers if work on it has not begun yet
   * @param redo make it again, keeping the editor's edits
   */
  public IssueOutcome run(Week week, Window window, boolean redo, Instant now) {
    Optional<Issues.Stored> existing = store.issues().find(week);
    List<String> notices = List.of();
    if (existing.isPresent() && existing.get().made()) {
      notices = filing.complete(existing.get(), openings.anew(existing.get(), store, files), now);
      if (!redo) {
        return new IssueOutcome.AlreadyMade(files.digest(week), notices);
      }
    }
    Instant cutOff = existing.map(issue -> issue.window().to()).orElse(window.to());
    List<Considered> harvested = store.ledger().considered(week, cutOff);
    if (existing.isEmpty() && harvested.stream().noneMatch(c -> isNew(c, week, window))) {
      return new IssueOutcome.NothingNew(window);
    }
    IssueOutcome outcome = make(store.issues().open(week, window), harvested, now);
    return outcome instanceof IssueOutcome.Made(var filed, Path digest, var model, var taste)
        ? new IssueOutcome.Made(filed.after(notices), digest, model, taste)
        : outcome;
  }

  /** Within the window, or so shortly before it that the previous issue may not have seen it. */
  private boolean isNew(Considered one, Week week, Window window) {
    boolean archived =
        settings
            .source(one.entry().sourceId())
            .filter(source -> source.kind() == SourceKind.ARCHIVE)
            .isPresent();
    Window late = IssueWindow.withLate(store, week, window);
    return !archived && one.entry().date().isAfter(late.from());
  }

  /** Data flows down and never back up. */
  private IssueOutcome make(Issues.Stored open, List<Considered> harvested, Instant now) {
    Week week = open.week();
    summaries.begin(week);
    Learned learned = Learned.before(week, selection, store, files, settings);
    Panel panel = new Judges(settings, opinions).panel(open.window());
    Candidates extracted = Candidates.of(harvested, settings);
    Chosen summarised = choice.of(extracted, open, learned, panel); // stories, shortlist, told
    List<Decision> decisions = summarised.exactly(open, store.ledger());
    Draft draft =
        new Draft(
            settings,
            open,
            summarised,
            openings.headlines(summarised),
            new Earlier(store.issues()));
    Issue.Gaps gaps = new OwnGaps(settings, store, summarised, open.window()).gaps();
    Issue silent = draft.issue(Opening.NONE, gaps);
    List<String> findings = new Lint().findings(new DigestMarkdown().render(silent));
    if (!findings.isEmpty()) {
      return new IssueOutcome.Unfit(findings);
    }
    Function<List<Issue.Section>, Issue> told =
        shown -> draft.issue(openings.of(week, shown, decisions, learned.voice()), gaps);
    FiledIssue saved = filing.save(open, new Proposal(silent, decisions, told), now);
    return new IssueOutcome.Made(
        saved, files.digest(week), model(summarised, panel), learned.taste().record());
  }

  private IssueOutcome.Model model(Chosen chosen, Panel panel) {
    List<String> troubles =
        Stream.concat(chosen.extractive().stream(), openings.troubles().stream())
            .distinct()
            .limit(Judges.MOST_TROUBLES)
            .toList();
    return new IssueOutcome.Model(
        summaries.budgetReached() || openings.budgetReached(),
        troubles,
        Judges.notes(panel, opinions));
  }
}
