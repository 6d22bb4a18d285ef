package dev.mldigest.pipeline.graphics;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.desk.Minutes;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One issue in numbers.
 *
 * @param minutes how long somebody was at work on it, empty where nobody was
 * @param revisions how often it was approved, each time otherwise
 * @param items by section as they stand in its file, in the file's order
 */
public record IssueFigures(
    Week week,
    Optional<Minutes> minutes,
    int revisions,
    Map<String, Integer> items,
    Funnel funnel) {
  public IssueFigures {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** Of the newest issues, newest first, at most so many. */
  public static List<IssueFigures> newest(Store store, IssueFiles files, int most) {
    return store.issues().made().stream()
        .sorted((one, other) -> other.week().compareTo(one.week()))
        .limit(most)
        .map(made -> of(made, store, files))
        .toList();
  }

  private static IssueFigures of(Issues.Stored made, Store store, IssueFiles files) {
    return new IssueFigures(
        made.week(),
        Minutes.of(Desks.events(made.week(), store)).filter(minutes -> minutes.acts() > 0),
        store.revisions().of(made.week()).size(),
        Standing.items(made, files),
        FrozenIssue.of(made).funnel());
  }

  public int picks() {
    return items.values().stream().mapToInt(Integer::intValue).sum();
  }
}
