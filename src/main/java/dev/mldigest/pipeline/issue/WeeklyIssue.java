package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.Gap;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.model.Usage;
import dev.mldigest.pipeline.harvest.CoverageReport;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.pipeline.harvest.SourceReport;
import dev.mldigest.select.Panel;
import dev.mldigest.select.Selection;
import dev.mldigest.select.rank.Taste;
import dev.mldigest.select.rank.TasteRecord;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.Opinions;
import dev.mldigest.summarise.Summariser;
import dev.mldigest.summarise.opening.FrontPage;
import dev.mldigest.summarise.opening.Voice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The weekly half of the work, on one screen: harvested → stories → shortlist → summarised → opened
 * → issue → saved. Everything is derived from the state, so an issue that is interrupted anywhere
 * and started again comes out the same.
 */
public final class WeeklyIssue {

  /** Rounds of replacing what cannot be printed; each takes at least one entry out. */
  private static final int REPLACEMENTS = 20;

  private static final Set<CoverageReport.Extent> PARTLY =
      EnumSet.of(CoverageReport.Extent.PARTLY, CoverageReport.Extent.BEHIND);

  private final Settings settings;
  private final Store store;
  private final Selection selection;
  private final Summaries summaries;
  private final Openings openings;
  private final Opinions opinions;
  private final IssueFiles files;
  private final Filing filing;

  public WeeklyIssue(
      Settings settings,
      Store store,
      Selection selection,
      Summariser summariser,
      FrontPage frontPage,
      Opinions opinions,
      IssueFiles files,
      Progress progress) {
    this.settings = settings;
    this.store = store;
    this.selection = selection;
    this.summaries = new Summaries(settings.model(), summariser, opinions, progress);
    this.openings = new Openings(settings, frontPage, progress);
    this.opinions = opinions;
    this.files = files;
    this.filing = new Filing(store, files);
  }

  /** What became of an issue. */
  public sealed interface Outcome {
    /**
     * The digest was written.
     *
     * @param model how asking it went
     * @param taste how what was learned from the editor did on past issues, and whether it counts
     */
    record Made(FiledIssue filed, Path digest, Model model, TasteRecord taste) implements Outcome {}

    /**
     * @param budgetReached true where the model's token limit left items to the offline summariser
     * @param troubles distinct reasons why items are summarised offline, or parts of the opening
     *     were left out, although a model is configured, at most three
     * @param judgements what it was asked while the issue was chosen, and what became of it
     */
    record Model(boolean budgetReached, List<String> troubles, List<String> judgements) {
      public Model {
        troubles = List.copyOf(troubles);
        judgements = List.copyOf(judgements);
      }
    }

    /**
     * The week was made before and is not made again.
     *
     * @param notices what became of its files where they were not as they should be
     */
    record AlreadyMade(Path digest, List<String> notices) implements Outcome {
      public AlreadyMade {
        notices = List.copyOf(notices);
      }
    }

    /** Not one entry fell into the window. */
    record NothingNew(Window window) implements Outcome {}

    /** The digest would have held text that must never be published; nothing was written. */
    record Unfit(List<String> findings) implements Outcome {}
  }

  /**
   * Makes the issue of a week, once.
   *
   * @param window what it covers if work on it has not begun yet
   * @param redo make it again, keeping the editor's edits
   */
  public Outcome run(Week week, Window window, boolean redo, Instant now) {
    var existing = store.issues().find(week);
    List<String> notices = List.of();
    if (existing.isPresent() && existing.get().made()) {
      notices = completed(existing.get(), now);
      if (!redo) {
        return new Outcome.AlreadyMade(files.digest(week), notices);
      }
    }
    Instant cutOff = existing.map(issue -> issue.window().to()).orElse(window.to());
    List<Considered> considered = store.ledger().considered(week, cutOff);
    if (existing.isEmpty() && considered.stream().noneMatch(c -> isNew(c, week, window))) {
      return new Outcome.NothingNew(window);
    }
    Outcome outcome = make(store.issues().open(week, window), considered, now);
    return outcome instanceof Outcome.Made(FiledIssue filed, Path digest, var model, var taste)
        ? new Outcome.Made(filed.after(notices), digest, model, taste)
        : outcome;
  }

  private List<String> completed(Issues.Stored made, Instant now) {
    return filing.complete(made, openings.anew(made, store, files), now);
  }

  /** Within the window, or so shortly before it that the previous issue may not have seen it. */
  private boolean isNew(Considered one, Week week, Window window) {
    boolean archived =
        settings
            .source(one.entry().sourceId())
            .filter(source -> source.kind() == SourceKind.ARCHIVE)
            .isPresent();
    return !archived
        && one.entry().date().isAfter(IssueWindow.withLate(store, week, window).from());
  }

  private Outcome make(Issues.Stored open, List<Considered> considered, Instant now) {
    Week week = open.week();
    summaries.begin(week);
    List<Archived> archive = Archive.before(week, store.ledger(), settings);
    PastIssues past = Archive.without(archive, PastSelections.before(week, store, files, settings));
    Taste taste = selection.taste(past);
    Voice voice = EditorsProse.before(week, store, files);
    Learned learned = new Learned(past, archive, taste, voice);
    Panel panel = new Judges(settings, opinions).panel(open.window());
    Chosen chosen = choose(Candidates.of(considered, settings), open, learned, panel, REPLACEMENTS);
    List<Decision> decisions = all(open, chosen);
    Draft draft = new Draft(settings, chosen.shortlist(), chosen.decisions());
    Map<String, String> headlines =
        openings.headlines(chosen.shortlist().picks(), chosen.summaries());
    List<Issue.Section> sections = draft.sections(chosen.summaries(), headlines);
    List<PollRecord> polls = store.sources().polls(open.window().to());
    Function<List<Issue.Section>, Issue> told =
        shown -> {
          Opening opening = openings.of(week, shown, voice);
          Issue.Gaps gaps = gaps(draft, chosen, open.window(), polls);
          return draft.issue(week, open.window(), opening, sections, gaps);
        };
    Issue silent =
        draft.issue(
            week, open.window(), Opening.NONE, sections, gaps(draft, chosen, open.window(), polls));
    List<String> findings = new Lint().findings(new DigestMarkdown().render(silent));
    if (!findings.isEmpty()) {
      return new Outcome.Unfit(findings);
    }
    FiledIssue filed = filing.save(open, new Proposal(silent, decisions, told), now);
    return new Outcome.Made(filed, files.digest(week), model(chosen, panel), taste.record());
  }

  /**
   * @param decisions on what was harvested
   * @param archived on what the editor's own archive holds
   */
  private record Chosen(
      Shortlist shortlist,
      Map<String, SummaryOutcome> summaries,
      List<Decision> decisions,
      List<Decision> archived) {}

  /** What earlier issues leave to this one. */
  private record Learned(PastIssues past, List<Archived> archive, Taste taste, Voice voice) {
    Learned without(List<Story> unprintable) {
      Set<String> ids = unprintable.stream().map(Story::id).collect(Collectors.toSet());
      return new Learned(
          past,
          archive.stream().filter(one -> !ids.contains(one.candidate().id())).toList(),
          taste,
          voice);
    }
  }

  private Outcome.Model model(Chosen chosen, Panel panel) {
    Stream<String> extractive =
        chosen.summaries().values().stream()
            .flatMap(outcome ->
                outcome instanceof SummaryOutcome.Extractive(var summary, String reason)
                    ? Stream.of(reason)
                    : Stream.empty());
    List<String> troubles =
        Stream.concat(extractive, openings.troubles().stream()).distinct().limit(3).toList();
    return new Outcome.Model(
        summaries.budgetReached() || openings.budgetReached(),
        troubles,
        Judges.notes(panel, opinions));
  }

  /**
   * Chooses and summarises; a pick of which no sentence can be printed makes room for the next
   * best.
   */
  private Chosen choose(
      Candidates candidates, Issues.Stored open, Learned learned, Panel panel, int replacements) {
    Shortlist shortlist =
        selection.choose(
            candidates.known(),
            candidates.unread(),
            open.window(),
            store.issues().lastCutOff(open.week()).isEmpty(),
            learned.past(),
            learned.archive(),
            learned.taste(),
            panel);
    Map<String, SummaryOutcome> written =
        summaries.of(shortlist.picks(), learned.voice(), store.issues().rewrites(open.week()));
    List<Story> unprintable =
        shortlist.picks().stream()
            .map(Pick::story)
            .filter(story -> Objects.requireNonNull(written.get(story.id())).isEmpty())
            .toList();
    return unprintable.isEmpty() || replacements == 0
        ? new Chosen(shortlist, written, candidates.decisions(shortlist), candidates.archived())
        : choose(
            candidates.without(unprintable),
            open,
            learned.without(unprintable),
            panel,
            replacements - 1);
  }

  /** The ledger is exact or there is no issue: the database recounts what selection decided. */
  private List<Decision> all(Issues.Stored open, Chosen chosen) {
    List<Decision> decisions =
        Stream.of(chosen.decisions(), chosen.archived()).flatMap(List::stream).toList();
    int harvested = store.ledger().countConsidered(open.week(), open.window().to());
    long decided = decisions.stream().map(Decision::entryId).distinct().count();
    if (harvested != decided) {
      throw new IllegalStateException(
          "the ledger of "
              + open.week()
              + " has "
              + decided
              + " decisions on "
              + harvested
              + " entries");
    }
    return decisions;
  }

  private Issue.Gaps gaps(Draft draft, Chosen chosen, Window window, List<PollRecord> asOf) {
    List<SourceReport> harvested =
        SourceReport.of(settings, asOf).stream().filter(source -> !source.archive()).toList();
    List<Issue.FailedSource> failed =
        harvested.stream()
            .filter(source -> !source.healthy())
            .map(source -> new Issue.FailedSource(title(source.source()), source.outcome()))
            .toList();
    boolean asked = settings.model().provider() != Settings.Provider.NONE;
    long extractive =
        chosen.summaries().values().stream()
            .filter(SummaryOutcome.Extractive.class::isInstance)
            .count();
    Usage used = summaries.used().plus(openings.usage());
    return new Issue.Gaps(
        harvested.size(),
        failed,
        draft.count(Reason.UNREADABLE) + draft.count(Reason.FAILED),
        chosen.shortlist().shortfalls(),
        (int) extractive,
        asked ? settings.model().name() : null,
        used.total(),
        summaries.cost(used),
        missed(window),
        partly(window, failed));
  }

  /** What is known to be missing, cut to the issue's own time. */
  private List<Issue.Missed> missed(Window window) {
    Map<String, List<Gap>> gaps = store.gaps().touching(window);
    return settings.sources().stream()
        .flatMap(source ->
            gaps.getOrDefault(source.id(), List.of()).stream()
                .map(gap ->
                    new Issue.Missed(
                        source.title(),
                        gap.since().isBefore(window.from()) ? window.from() : gap.since(),
                        gap.until().isAfter(window.to()) ? window.to() : gap.until())))
        .toList();
  }

  /**
   * What was read and is not proven for all of the window. A source that failed, or has gaps, is
   * named with them.
   */
  private List<String> partly(Window window, List<Issue.FailedSource> failed) {
    Set<String> named = failed.stream().map(Issue.FailedSource::title).collect(Collectors.toSet());
    return new CoverageReport(settings, store)
        .lines(window, window.to()).stream()
            .filter(line -> PARTLY.contains(line.extent()))
            .map(line -> settings.source(line.source()).orElseThrow())
            .filter(source -> source.kind() != SourceKind.ARCHIVE)
            .map(Source::title)
            .filter(title -> !named.contains(title))
            .toList();
  }

  private String title(String source) {
    return settings.source(source).map(Source::title).orElse(source);
  }
}
