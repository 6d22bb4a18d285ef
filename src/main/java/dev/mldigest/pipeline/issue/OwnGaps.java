package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.harvest.CoverageReport;
import dev.mldigest.pipeline.harvest.SourceReport;
import dev.mldigest.store.Store;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an issue says of its own gaps: sources that failed, times that were missed, the model. */
final class OwnGaps {
  private static final Set<CoverageReport.Extent> PARTLY =
      EnumSet.of(CoverageReport.Extent.PARTLY, CoverageReport.Extent.BEHIND);

  private final Settings settings;
  private final Store store;
  private final Chosen chosen;
  private final Window window;
  private final List<SourceReport> harvested;

  /** As of the issue's cut-off. */
  OwnGaps(Settings settings, Store store, Chosen chosen, Window window) {
    this.settings = settings;
    this.store = store;
    this.chosen = chosen;
    this.window = window;
    this.harvested =
        SourceReport.of(settings, store.sources().polls(window.to())).stream()
            .filter(source -> !source.archive())
            .toList();
  }

  Issue.Gaps gaps() {
    List<Issue.FailedSource> failed =
        harvested.stream()
            .filter(source -> !source.healthy())
            .map(source -> new Issue.FailedSource(title(source.source()), source.outcome()))
            .toList();
    boolean asked = settings.model().provider() != LanguageModel.Provider.NONE;
    return Issue.Gaps.of(
        new Issue.Watch(harvested.size(), failed, missed(), partly(failed)),
        chosen.count(Reason.UNREADABLE, Reason.FAILED),
        chosen.shortlist().shortfalls(),
        new Issue.Asked(asked ? settings.model().name() : null, chosen.extractive().size()));
  }

  /** What is known to be missing, cut to the issue's own time. */
  private List<Issue.Missed> missed() {
    Map<String, List<Gap>> gaps = store.gaps().touching(window);
    return settings.sources().stream()
        .flatMap(source ->
            gaps.getOrDefault(source.id(), List.of()).stream()
                .map(gap -> missed(source.title(), gap)))
        .toList();
  }

  private Issue.Missed missed(String title, Gap gap) {
    return new Issue.Missed(
        title,
        gap.since().isBefore(window.from()) ? window.from() : gap.since(),
        gap.until().isAfter(window.to()) ? window.to() : gap.until());
  }

  /**
   * What was read and is not proven for all of the window. A source that failed, or has gaps, is
   * named with them.
   */
  private List<String> partly(List<Issue.FailedSource> failed) {
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
