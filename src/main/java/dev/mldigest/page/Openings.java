package dev.mldigest.page;

import dev.mldigest.review.Opening;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said above the first section, as the editor can write and choose it. */
final class Openings {
  private Openings() {}

  /**
   * One line of it.
   *
   * @param item its name in a write
   * @param text as the file has it
   * @param offered what else may be chosen: proposals stay at hand, whatever became of their lines
   */
  record Line(String item, String text, List<String> offered) {}

  static Answer told(OpenIssue issue, Store store) {
    IssueState state = issue.desk().load();
    String digest = state.text();
    String generated = store.issues().find(issue.week()).map(Issues.Stored::generated).orElse("");
    List<Line> lines = new ArrayList<>();
    for (Opening what : Opening.values()) {
      lines.add(new Line(what.key(), what.in(digest), what.offered(generated, digest)));
    }
    return Answer.json(Told.json(Map.of("number", state.number(), "lines", lines)));
  }
}
