package dev.mldigest.pipeline;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.Considered;
import dev.mldigest.domain.Decision;
import dev.mldigest.domain.Issue;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Pick;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Shortlist;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Story;
import dev.mldigest.domain.Summary;
import dev.mldigest.domain.SummaryOutcome;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.review.Merged;
import dev.mldigest.select.Selection;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.Summariser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The weekly half of the work, on one screen: harvested → stories → shortlist → summarised → issue
 * → saved. Everything is derived from the state, so an issue that is interrupted anywhere and
 * started again comes out the same.
 */
public final class WeeklyIssue {
  /** Rounds of replacing what cannot be printed; each takes at least one entry out. */
  private static final int REPLACEMENTS = 20;

  private final Settings settings;
  private final Store store;
  private final Selection selection;
  private final Summaries summaries;
  private final IssueFiles files;

  public WeeklyIssue(
      Settings settings,
      Store store,
      Selection selection,
      Summariser summariser,
      IssueFiles files,
      Progress progress) {
    this.settings = settings;
    this.store = store;
    this.selection = selection;
    this.summaries = new Summaries(settings.model(), summariser, progress);
    this.files = files;
  }

  /** What became of an issue. */
  public sealed interface Outcome {
    /**
     * The digest was written.
     *
     * @param edits what the editor had done to an earlier form of it, all kept
     * @param budgetReached true where the model's token limit left items to the offline summariser
     */
    record Made(Issue issue, Path digest, List<Edit> edits, boolean budgetReached)
        implements Outcome {}

    /** The week was made before and is not made again. */
    record AlreadyMade(Path digest) implements Outcome {}

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
    if (existing.isPresent() && existing.get().made() && !redo) {
      return alreadyMade(existing.get());
    }
    Instant cutOff = existing.map(issue -> issue.window().to()).orElse(window.to());
    List<Considered> considered = store.ledger().considered(week, cutOff);
    if (considered.stream().noneMatch(c -> window.contains(c.entry().date()))
        && existing.isEmpty()) {
      return new Outcome.NothingNew(window);
    }
    return make(store.issues().open(week, window), considered, now);
  }

  private Outcome make(Issues.Stored open, List<Considered> considered, Instant now) {
    Week week = open.week();
    PastIssues past = Past.before(week, store.ledger(), settings);
    Chosen chosen = choose(Candidates.of(considered, settings), open, past, REPLACEMENTS);
    decide(open, chosen.decisions());
    Draft draft = new Draft(settings, chosen.shortlist(), chosen.decisions());
    Issue issue = draft.issue(week, open.window(), chosen.summaries(), gaps(draft, chosen));
    String generated = new DigestMarkdown().render(issue);
    List<String> findings = new Lint().findings(generated);
    return findings.isEmpty() ? save(open, issue, generated, now) : new Outcome.Unfit(findings);
  }

  private record Chosen(
      Shortlist shortlist, Map<String, SummaryOutcome> summaries, List<Decision> decisions) {}

  /**
   * Chooses and summarises; a pick of which no sentence can be printed makes room for the next
   * best.
   */
  private Chosen choose(
      Candidates candidates, Issues.Stored open, PastIssues past, int replacements) {
    Shortlist shortlist =
        selection.choose(
            candidates.known(),
            candidates.unread(),
            open.window(),
            store.issues().lastCutOff(open.week()).isEmpty(),
            past);
    Map<String, SummaryOutcome> written = summaries.of(shortlist.picks());
    List<Story> unprintable =
        shortlist.picks().stream()
            .map(Pick::story)
            .filter(story -> Objects.requireNonNull(written.get(story.id())).isEmpty())
            .toList();
    return unprintable.isEmpty() || replacements == 0
        ? new Chosen(shortlist, written, candidates.decisions(shortlist))
        : choose(candidates.without(unprintable), open, past, replacements - 1);
  }

  /** The ledger is exact or there is no issue: the database recounts what selection decided. */
  private void decide(Issues.Stored open, List<Decision> decisions) {
    store.ledger().decide(open.week(), decisions);
    int harvested = store.ledger().countConsidered(open.week(), open.window().to());
    int decided =
        store.ledger().count(open.week()).values().stream().mapToInt(Integer::intValue).sum();
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
  }

  private Issue.Gaps gaps(Draft draft, Chosen chosen) {
    List<Issue.FailedSource> failed =
        RunReport.sources(settings, store).stream()
            .filter(source -> !source.healthy())
            .map(source -> new Issue.FailedSource(title(source.source()), source.outcome()))
            .toList();
    boolean asked = settings.model().provider() != Settings.Provider.NONE;
    long extractive =
        chosen.summaries().values().stream()
            .filter(SummaryOutcome.Extractive.class::isInstance)
            .count();
    return new Issue.Gaps(
        settings.sources().size(),
        failed,
        draft.count(Reason.UNREADABLE) + draft.count(Reason.FAILED),
        chosen.shortlist().shortfalls(),
        (int) extractive,
        asked ? settings.model().name() : null,
        summaries.tokens(),
        summaries.cost());
  }

  private String title(String source) {
    return settings.source(source).map(Source::title).orElse(source);
  }

  /** The state first, then the files: a crash in between is mended by the next run. */
  private Outcome save(Issues.Stored open, Issue issue, String generated, Instant now) {
    Week week = open.week();
    Merged merged = merged(open, generated);
    Map<String, Summary> byEntry = new LinkedHashMap<>();
    issue.sections().stream()
        .flatMap(section -> section.items().stream())
        .forEach(item -> byEntry.put(item.id(), item.summary()));
    String json = new IssueJson().write(issue);
    store.issues().finish(week, json, merged.base(), merged.text(), byEntry);
    merged.edits().forEach(edit -> log(week, edit, now));
    files.write(week, merged.text(), json);
    return new Outcome.Made(issue, files.digest(week), merged.edits(), summaries.budgetReached());
  }

  private Merged merged(Issues.Stored open, String generated) {
    String base = open.generated();
    String mine = files.readDigest(open.week()).orElse(null);
    return base == null || mine == null
        ? new Merged(generated, generated, List.of(), List.of(), List.of())
        : Merge.merge(base, mine, generated);
  }

  private void log(Week week, Edit edit, Instant now) {
    String kind = edit.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    store.issues().edited(week, now, edit.id(), kind, edit.toString());
  }

  private Outcome alreadyMade(Issues.Stored made) {
    if (files.readDigest(made.week()).isEmpty()) {
      files.write(
          made.week(), Objects.requireNonNull(made.written()), Objects.requireNonNull(made.json()));
    }
    return new Outcome.AlreadyMade(files.digest(made.week()));
  }
}
