package dev.mldigest.pipeline;

import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.Issue;
import dev.mldigest.domain.Summary;
import dev.mldigest.domain.Week;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.review.Merged;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files a made issue: into the state, and into the editor's folder with all that the editor did
 * there. Promises that nothing of the editor's is overwritten, and that what a crash cut off is
 * made good by {@link #complete}.
 */
final class Filing {
  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

  private static final String ANCHOR = "<!-- item:";

  private final Store store;
  private final IssueFiles files;

  Filing(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
  }

  /** The state first, then the files: a crash in between is mended by {@link #complete}. */
  Merged save(Issues.Stored open, Issue issue, String generated, Instant now) {
    Week week = open.week();
    String json = new IssueJson().write(issue);
    String base = open.generated();
    Merged merged;
    String mine;
    do { // again if the editor saved the file meanwhile
      mine = files.readDigest(week).orElse(null);
      merged = merged(week, base, mine, generated);
      store
          .issues()
          .finish(
              week,
              json,
              merged.base(),
              merged.text(),
              Objects.requireNonNullElse(base, ""),
              summaries(issue));
    } while (!Objects.equals(mine, files.readDigest(week).orElse(null)));
    merged.edits().forEach(edit -> log(week, edit, now));
    files.write(week, merged.text(), json);
    store.issues().filesWritten(week);
    return merged;
  }

  private static Map<String, Summary> summaries(Issue issue) {
    Map<String, Summary> byEntry = new LinkedHashMap<>();
    issue.sections().stream()
        .flatMap(section -> section.items().stream())
        .forEach(item -> byEntry.put(item.id(), item.summary()));
    return byEntry;
  }

  private Merged merged(Week week, @Nullable String base, @Nullable String mine, String theirs) {
    if (base != null && mine != null) {
      return Merge.merge(base, mine, theirs);
    }
    if (mine != null && !mine.equals(theirs)) {
      Path kept = files.keepAside(week);
      LOG.warn("a digest that the state does not know was there; it is kept as {}", kept);
    }
    return new Merged(theirs, theirs, List.of(), List.of(), List.of());
  }

  /**
   * Brings the files of a made issue to what the state holds, if they were not written or are gone.
   */
  void complete(Issues.Stored made) {
    Week week = made.week();
    String mine = files.readDigest(week).orElse(null);
    String written = Objects.requireNonNull(made.written());
    String from = made.mergedFrom();
    if (mine != null && from == null) {
      return;
    }
    String text = written;
    if (mine != null && from != null && !mine.equals(written)) {
      String generated = Objects.requireNonNull(made.generated());
      // The first digest was written and edited before it was known to be written: it is ours.
      String first = mine.contains(ANCHOR) ? generated : null;
      text = merged(week, from.isEmpty() ? first : from, mine, generated).text();
    }
    files.write(week, text, Objects.requireNonNull(made.json()));
    store.issues().filesWritten(week);
  }

  private void log(Week week, Edit edit, Instant now) {
    String kind = edit.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    store.issues().edited(week, now, edit.id(), kind, edit.toString());
  }
}
