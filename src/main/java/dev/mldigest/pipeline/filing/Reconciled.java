package dev.mldigest.pipeline.filing;

import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merged;
import dev.mldigest.store.Edits;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made issue brought together with the digest as the editor left it. The issue, its opening, its
 * numbers and the decisions are those of what then stands in the file.
 *
 * @param issue what stands in the file
 * @param merged the file's new text, the editor's edits, and what is only offered
 * @param decisions on the week's entries, null to leave them as they are
 * @param vanished items that left the file together with more than half of all: not yet taken for
 *     rejected
 * @param stood how many items stood in the file when it was last looked at
 * @param lost what the file held where it was no edit of the digest at all, else null
 */
record Reconciled(
    Issue issue,
    Merged merged,
    @Nullable List<Decision> decisions,
    Set<String> vanished,
    int stood,
    @Nullable String lost) {
  String text() {
    return merged.text();
  }

  String json() {
    return new IssueJson().write(issue);
  }

  /** By entry id. */
  Map<String, Summary> summaries() {
    Map<String, Summary> byEntry = new HashMap<>();
    issue.items().forEach(item -> byEntry.put(item.id(), item.summary()));
    return byEntry;
  }

  /** The editor's edits as they are kept. */
  List<Edits.Edited> events() {
    return merged.edits().stream()
        .map(edit -> {
          boolean slip = edit instanceof Edit.Deleted && vanished.contains(edit.id());
          String kind = edit.getClass().getSimpleName().toLowerCase(Locale.ROOT);
          return new Edits.Edited(edit.id(), slip ? "vanished" : kind, edit.toString());
        })
        .toList();
  }

  /**
   * What the editor must know of it.
   *
   * @param version of what stood in the file before the items vanished
   */
  List<String> notices(Week week, int version) {
    Stream<String> slip =
        vanished.isEmpty()
            ? Stream.empty()
            : Stream.of(Notices.slip(vanished.size(), stood, week, version));
    return Stream.concat(slip, Stream.ofNullable(lost).map(text -> Notices.lost(text, week)))
        .toList();
  }
}
