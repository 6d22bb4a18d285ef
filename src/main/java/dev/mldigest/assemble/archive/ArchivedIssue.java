package dev.mldigest.assemble.archive;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Labels;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue as readers get it.
 *
 * @param newsletter its name
 * @param updated when its content last changed
 * @param markdown without anchors and comments; front matter may stand before it
 * @param items in the text's order, those of the editor's own among them
 * @param labels in what words it is set
 * @param funnel the week in numbers where readers are told it, else null
 */
public record ArchivedIssue(
    Week week,
    String newsletter,
    Instant updated,
    String markdown,
    List<Placed> items,
    Labels labels,
    @Nullable Funnel funnel) {
  public ArchivedIssue {
    items = List.copyOf(items);
  }

  /** The name of its page within the site. */
  public String page() {
    return week + ".html";
  }

  /**
   * One of its items.
   *
   * @param anchor the fragment of its address: letters, digits and hyphens; it stays the same
   *     whatever becomes of its title and its place
   * @param section title of its section, empty where it stands in none
   * @param text the words of its paragraphs, by which it is found under what it is about
   */
  public record Placed(String anchor, String section, String title, String text) {}
}
