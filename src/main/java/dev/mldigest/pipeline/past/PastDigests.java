package dev.mldigest.pipeline.past;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.Handled;
import dev.mldigest.review.Reviewed;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier issues came to: as they were published, else as the editor left them. An issue that
 * was neither published nor opened for review nor edited was looked at by nobody: what stands in it
 * is covered, as readers may have it all the same, but it teaches nothing.
 */
final class PastDigests {
  private PastDigests() {}

  /**
   * One of them.
   *
   * @param generated the text that was generated
   * @param text what became of it
   * @param reviewed what of it stands there and what does not
   * @param handled what the editor did to what stands there
   * @param deleted ids of the items that a run found taken out by the editor
   * @param seen true if somebody looked at it
   * @param published true if it was handed on
   */
  record PastDigest(
      Week week,
      String generated,
      String text,
      Reviewed reviewed,
      Handled handled,
      Set<String> deleted,
      boolean seen,
      boolean published) {

    /**
     * True if that the item is not there says that the editor did not want it: what a run took for
     * deleted, and what went since then unless more than half went at once.
     */
    boolean rejects(String id) {
      return seen
          && reviewed.gone().contains(id)
          && (published || deleted.contains(id) || !reviewed.isMostlyGone(deleted));
    }
  }

  /** The issues made before that week, newest first. */
  static List<PastDigest> before(Week week, Store store, IssueFiles files) {
    Map<Week, String> published = store.edits().published();
    Set<Week> worked = store.edits().workedOn();
    Map<Week, Set<String>> deleted = store.edits().deleted();
    List<PastDigest> digests = new ArrayList<>();
    for (Issues.Stored made : store.issues().made()) {
      if (made.week().compareTo(week) < 0 && made.generated() != null) {
        digests.add(
            digest(
                made,
                published.get(made.week()),
                deleted.getOrDefault(made.week(), Set.of()),
                worked.contains(made.week()),
                files));
      }
    }
    return digests;
  }

  private static PastDigest digest(
      Issues.Stored made,
      @Nullable String published,
      Set<String> deleted,
      boolean workedOn,
      IssueFiles files) {
    String generated = Objects.requireNonNull(made.generated());
    String text = published == null ? left(made, generated, files) : published;
    Reviewed reviewed = Reviewed.of(generated, text);
    Handled handled = Handled.of(generated, text);
    boolean seen = published != null || reviewed.touched() || workedOn;
    return new PastDigest(
        made.week(), generated, text, reviewed, handled, deleted, seen, published != null);
  }

  /**
   * The file as it stands; what the state holds where the file is gone, cannot be read, or holds
   * none of the items any more: an emptied file rejects nothing.
   */
  private static String left(Issues.Stored made, String generated, IssueFiles files) {
    String written = made.written() == null ? generated : made.written();
    try {
      return files
          .readDigest(made.week())
          .filter(text -> !Reviewed.of(generated, text).ids().isEmpty())
          .orElse(written);
    } catch (UncheckedIOException e) {
      return written;
    }
  }
}
