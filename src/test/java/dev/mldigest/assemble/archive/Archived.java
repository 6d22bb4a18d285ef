package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Labels;
import java.time.Instant;
import java.util.List;

/** Issues for the tests of the archive. */
public final class Archived {
  private Archived() {}

  /** An issue whose items are those that it was made with. */
  public static ArchivedIssue of(Issue issue, String markdown) {
    List<Placed> items =
        issue.sections().stream()
            .flatMap(section ->
                section.items().stream()
                    .map(
                        item -> new Placed("item-" + item.id(), section.title(), item.title(), "")))
            .toList();
    return new ArchivedIssue(
        issue.week(),
        issue.title(),
        issue.window().to(),
        markdown,
        items,
        issue.labels(),
        issue.funnel());
  }

  /** One of these items, in English. */
  static ArchivedIssue of(String week, String markdown, Placed... items) {
    return new ArchivedIssue(
        Week.parse(week),
        "The Post",
        Instant.parse("2026-03-02T06:00:00Z"),
        markdown,
        List.of(items),
        Labels.ENGLISH,
        null);
  }
}
