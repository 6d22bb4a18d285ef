package dev.mldigest.domain.issue;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.SourceKind;
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

    public String section() {
      return traits.section();
    }

    public SourceKind kind() {
      return traits.kind();
    }

    public String placed() {
      return traits.placed();
    }

    public Hand hand() {
      return traits.hand();
    }
  }

  /** What the editor's hand did to an entry, from least to most. */
  public enum Hand {
    /** Nothing: it was passed over, or stands as it was made. */
    NONE(1),
    /** A note was added, or its text was written anew. */
    WRITTEN(2),
    /** It was moved up among the others of its section. */
    RAISED(2),
    /** It was added where the program had not picked it. */
    ADDED(3),
    /** It was taken out. */
    DELETED(3);

    private final int lessons;

    Hand(int lessons) {
      this.lessons = lessons;
    }

    /**
     * How often it counts as an example: what an editor did says more than what was left as it was,
     * and nobody writes on what is not wanted. Set by hand, in whole numbers.
     */
    public int lessons() {
      return lessons;
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
   * @param kind of its source
   * @param section the section it competed in, empty where that is not known
   * @param placed the section that the editor left it in, empty where it did not come in
   * @param hand what the editor did to it
   */
  public record Traits(
      List<String> authors,
      List<String> categories,
      Signals signals,
      double weight,
      SourceKind kind,
      String section,
      String placed,
      Hand hand) {
    /** Of an entry of which nothing more is known, of a source that is trusted as most are. */
    public static final Traits NONE = new Traits(List.of(), List.of(), Signals.NONE, 1);

    /** Of an entry of an issue without sections, which was left as it was. */
    public Traits(List<String> authors, List<String> categories, Signals signals, double weight) {
      this(authors, categories, signals, weight, SourceKind.BLOG, "", "", Hand.NONE);
    }

    public Traits {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
    }
  }
}
