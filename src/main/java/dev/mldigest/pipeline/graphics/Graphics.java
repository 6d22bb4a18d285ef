package dev.mldigest.pipeline.graphics;

import dev.mldigest.assemble.picture.Pictures;
import dev.mldigest.assemble.picture.Report;
import dev.mldigest.assemble.picture.Scene;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.store.Explained;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.store.Tallies;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of an issue and of the weeks up to it. Nothing is asked but the state. */
public final class Graphics {
  /** A quarter of a year. */
  static final int WEEKS = 12;

  private final Store store;
  private final IssueFiles files;
  private final Map<String, String> titles;

  /**
   * @param titles of sources by their ids; a source that has none there is shown by its id
   */
  public Graphics(Store store, IssueFiles files, Map<String, String> titles) {
    this.store = store;
    this.files = files;
    this.titles = Map.copyOf(titles);
  }

  /** From what was fetched to what was picked; empty where no issue was made for the week. */
  public Optional<Scene> funnel(Week week) {
    return store
        .issues()
        .find(week)
        .filter(Issues.Stored::made)
        .map(made -> Pictures.funnel(FrozenIssue.of(made).funnel()));
  }

  /** Items by section in the issues up to and with that week, as they stand in their files. */
  public Scene topics(Week last) {
    Map<Week, Map<String, Integer>> items = new LinkedHashMap<>();
    store.issues().made().stream()
        .filter(made -> made.week().compareTo(last) <= 0)
        .limit(WEEKS)
        .forEach(made -> items.put(made.week(), Standing.items(made, files)));
    return Pictures.topics(items);
  }

  /** What each source brought in the weeks up to and with that one. */
  public Scene sources(Week last) {
    return Pictures.sources(new SourceHealth(store, titles).until(last));
  }

  /** A score as the sum it is; empty where none was kept. */
  public Optional<Scene> score(Explained entry) {
    Explanation explanation = entry.decision().explanation();
    return explanation == null
        ? Optional.empty()
        : Optional.of(Pictures.waterfall(entry.decision().score(), explanation.parts()));
  }

  /** Which sources carried the story that the entry tells. */
  public Scene story(Explained entry) {
    List<Tallies.Report> reports = store.tallies().story(entry.entry().id());
    String linked = entry.entry().id();
    return Pictures.story(
        entry.entry().title(),
        reports.stream()
            .map(report ->
                new Report(
                    titles.getOrDefault(report.sourceId(), report.sourceId()),
                    report.date(),
                    report.id().equals(linked)))
            .toList(),
        zone(entry));
  }

  private ZoneId zone(Explained entry) {
    String week = entry.decision().week();
    return Optional.ofNullable(week)
        .flatMap(of -> store.issues().find(Week.parse(of)))
        .filter(Issues.Stored::made)
        .map(made -> ZoneId.of(FrozenIssue.of(made).zone()))
        .orElse(ZoneOffset.UTC);
  }
}
