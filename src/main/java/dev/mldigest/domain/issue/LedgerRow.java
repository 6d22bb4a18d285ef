package dev.mldigest.domain.issue;

import dev.mldigest.domain.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a week's ledger, as {@code digest inspect week} prints it.
 *
 * @param title the entry's own, empty where it has none
 * @param articleTitle the title its page was read with
 */
public record LedgerRow(
    String sourceId,
    @Nullable String guid,
    @Nullable String link,
    @Nullable String canonical,
    String title,
    @Nullable String articleTitle,
    @Nullable Instant published,
    String entryId,
    @Nullable String storyId,
    Reason reason,
    String detail,
    int words,
    @Nullable String text,
    @Nullable Summary summary) {

  /** The title to show: the entry's own, else the article's. */
  public String shownTitle() {
    return title.isBlank() && articleTitle != null ? articleTitle : title;
  }
}
