package dev.mldigest.domain.issue;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Week;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier issues decided: for learning the editor's taste, and for covering nothing twice.
 *
 * @param items picked and rejected entries, oldest issue first
 * @param archived what the editor published elsewhere, and what was picked by another address: for
 *     covering nothing twice only, nothing is learned from it
 * @param decided ids of all entries an earlier issue decided on, whatever the decision
 */
public record PastIssues(List<Past> items, List<Past> archived, Set<String> decided) {
  public static final PastIssues NONE = new PastIssues(List.of(), Set.of());

  public PastIssues {
    items = List.copyOf(items);
    archived = List.copyOf(archived);
    decided = Set.copyOf(decided);
  }

  public PastIssues(List<Past> items, Set<String> decided) {
    this(items, List.of(), decided);
  }

  /**
   * One entry of an earlier issue.
   *
   * @param text of its article, or empty
   * @param source title of its source
   * @param picked true if it stood in the issue, false if it was up for it and was not picked
   * @param authors as its feed named them
   * @param categories the subjects its feed filed it under
   * @param signals what others made of it, as last heard
   * @param weight the editor's trust in its source today
   */
  public record Past(
      String entryId,
      Week week,
      String title,
      String text,
      @Nullable String canonical,
      String source,
      boolean picked,
      List<String> authors,
      List<String> categories,
      Signals signals,
      double weight) {
    public Past {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
    }

    /** An entry of which nothing more is known, of a source that is trusted as most are. */
    public Past(
        String entryId,
        Week week,
        String title,
        String text,
        @Nullable String canonical,
        String source,
        boolean picked) {
      this(
          entryId,
          week,
          title,
          text,
          canonical,
          source,
          picked,
          List.of(),
          List.of(),
          Signals.NONE,
          1);
    }
  }
}
