package dev.mldigest.pipeline;

import dev.mldigest.domain.Week;
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
   * @param seen true if somebody looked at it
   * @param published true if it was handed on
   */
  record PastDigest(
      Week week,
      String generated,
      String text,
      Reviewed reviewed,
      boolean seen,
      boolean published) {

    /** True if that the item is not there says that the editor did not want it. */
    boolean rejects(String id) {
      return seen && reviewed.gone().contains(id) && (published || !reviewed.isMostlyGone());
    }
  }

  /** The issues made before that week, newest first. */
  static List<PastDigest> before(Week week, Store store, IssueFiles files) {
    Map<Week, String> published = store.issues().published();
    Set<Week> worked = store.issues().workedOn();
    List<PastDigest> digests = new ArrayList<>();
    for (Issues.Stored made : store.issues().made()) {
      if (made.week().compareTo(week) < 0 && made.generated() != null) {
        digests.add(digest(made, published.get(made.week()), worked, files));
      }
    }
    return digests;
  }

  private static PastDigest digest(
      Issues.Stored made, @Nullable String published, Set<Week> worked, IssueFiles files) {
    String generated = Objects.requireNonNull(made.generated());
    String text = published == null ? left(made, generated, files) : published;
    Reviewed reviewed = Reviewed.of(generated, text);
    boolean seen = published != null || reviewed.touched() || worked.contains(made.week());
    return new PastDigest(made.week(), generated, text, reviewed, seen, published != null);
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
