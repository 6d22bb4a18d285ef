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
   * @param picked true if it stood in the issue, false if it was up for it and was not picked
   */
  public record Past(String entryId, Week week, boolean picked, Told told, Traits traits) {
    public String title() {
      return told.title();
    }

    public String text() {
      return told.text();
    }

    public @Nullable String canonical() {
      return told.canonical();
    }

    public String source() {
      return told.source();
    }

    public List<String> authors() {
      return traits.authors();
    }

    public List<String> categories() {
      return traits.categories();
    }

    public Signals signals() {
      return traits.signals();
    }

    public double weight() {
      return traits.weight();
    }
  }

  /**
   * What an entry told.
   *
   * @param text of its article, or empty
   * @param source title of its source
   */
  public record Told(String title, String text, @Nullable String canonical, String source) {}

  /**
   * What else is known of an entry.
   *
   * @param authors as its feed named them
   * @param categories the subjects its feed filed it under
   * @param signals what others made of it, as last heard
   * @param weight the editor's trust in its source today
   */
  public record Traits(
      List<String> authors, List<String> categories, Signals signals, double weight) {
    /** Of an entry of which nothing more is known, of a source that is trusted as most are. */
    public static final Traits NONE = new Traits(List.of(), List.of(), Signals.NONE, 1);

    public Traits {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
    }
  }
}
