package dev.mldigest.domain.issue;

import dev.mldigest.domain.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a week's ledger, as {@code digest inspect week} prints it.
 *
 * @param article what was read of it
 * @param summary of what was picked, else null
 */
public record LedgerRow(Stated stated, Decided decision, Read article, @Nullable Summary summary) {
  /**
   * The entry as its feed states it.
   *
   * @param title empty where it has none
   */
  public record Stated(
      String sourceId,
      @Nullable String guid,
      @Nullable String link,
      @Nullable String canonical,
      String title,
      @Nullable Instant published) {}

  /**
   * @param storyId the cluster the entry fell into, or null where it was decided before grouping
   * @param detail one sentence for the editor
   */
  public record Decided(String entryId, @Nullable String storyId, Reason reason, String detail) {}

  /**
   * @param title the title its page was read with
   */
  public record Read(@Nullable String title, int words, @Nullable String text) {}

  /** The title to show: the entry's own, else the article's. */
  public String shownTitle() {
    String read = article.title();
    return stated.title().isBlank() && read != null ? read : stated.title();
  }
}
