package dev.mldigest.pipeline;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.spending.ModelUse;
import dev.mldigest.pipeline.harvest.Harvest;
import dev.mldigest.pipeline.harvest.SourceReport;
import dev.mldigest.pipeline.issue.IssueOutcome;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, for {@code --json} and for the exit code.
 *
 * @param funnel of the issue, or null where none was made
 * @param newEntries entries this run saw for the first time
 * @param pagesRead articles this run tried to read
 * @param remarks on answers that were used all the same, one sentence each
 * @param judgements what the model was asked while the issue was chosen, one sentence each
 * @param retrospect what the editor is told of his work on earlier issues, one sentence each
 */
public record RunReport(
    Week week,
    Window window,
    @Nullable Funnel funnel,
    Issue.@Nullable Gaps gaps,
    int newEntries,
    int pagesRead,
    List<SourceReport> sources,
    ModelUse model,
    List<String> remarks,
    List<String> judgements,
    List<String> retrospect) {
  public RunReport {
    retrospect = List.copyOf(retrospect);
    remarks = List.copyOf(remarks);
    judgements = List.copyOf(judgements);
    sources = List.copyOf(sources);
  }

  static RunReport of(
      Settings settings,
      Store store,
      Week week,
      Window window,
      Harvest.Result harvested,
      IssueOutcome outcome,
      ModelUse model,
      List<String> remarks,
      List<String> retrospect) {
    Optional<Issue> issue =
        outcome instanceof IssueOutcome.Made made
            ? Optional.of(made.filed().issue())
            : Optional.empty();
    return new RunReport(
        week,
        issue.map(Issue::window).orElse(window),
        issue.map(Issue::funnel).orElse(null),
        issue.map(Issue::gaps).orElse(null),
        harvested.newEntries(),
        harvested.pagesRead(),
        SourceReport.of(settings, store.sources().polls()),
        model,
        remarks,
        outcome instanceof IssueOutcome.Made made ? made.model().judgements() : List.of(),
        retrospect);
  }

  /** True where a vital source failed, or more than this share of all sources. */
  public boolean hasGaps(double share) {
    boolean vitalFailed = sources.stream().anyMatch(source -> source.vital() && !source.healthy());
    return vitalFailed || failed().size() > share * harvested().size();
  }

  /** The sources that items come from: all but the editor's archives. */
  public List<SourceReport> harvested() {
    return sources.stream().filter(source -> !source.archive()).toList();
  }

  /** Those of them that failed or were cut short. */
  public List<SourceReport> failed() {
    return harvested().stream().filter(source -> !source.healthy()).toList();
  }
}
