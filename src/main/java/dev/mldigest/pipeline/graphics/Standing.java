package dev.mldigest.pipeline.graphics;

import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.store.Issues;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in an issue, counted. */
final class Standing {
  private Standing() {}

  /**
   * How many items stand below each heading of a section, in the file's order; where the file is
   * gone, as the issue was made.
   */
  static Map<String, Integer> items(Issues.Stored made, IssueFiles files) {
    return files
        .readDigest(made.week())
        .map(digest -> items(Approval.of(digest)))
        .orElseGet(() -> asMade(made));
  }

  private static Map<String, Integer> items(Approved approved) {
    Map<String, Integer> items = new LinkedHashMap<>();
    String section = "";
    for (Approved.Piece piece : approved.parts()) {
      switch (piece.kind()) {
        case SECTION -> section = piece.title();
        case ITEM -> items.merge(section, 1, Integer::sum);
        case FRONT_MATTER, PREAMBLE, SLOT -> {}
      }
    }
    return items;
  }

  private static Map<String, Integer> asMade(Issues.Stored made) {
    Map<String, Integer> items = new LinkedHashMap<>();
    FrozenIssue.of(made)
        .sections()
        .forEach(section -> items.put(section.title(), section.items().size()));
    return items;
  }
}
