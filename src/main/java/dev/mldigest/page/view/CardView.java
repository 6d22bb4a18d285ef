package dev.mldigest.page.view;

import java.util.List;

/**
 * An item as the editor reads it. Texts are plain; what is unknown is empty.
 *
 * @param line source, date and mentions, in words
 * @param label for whom it is, or the like; empty mostly
 * @param why it was picked, in one line
 * @param note to the readers
 * @param seen true if the editor looked at it
 * @param warnings what the editor should know before accepting it, a sentence each
 */
public record CardView(
    String id,
    String section,
    String title,
    String link,
    String line,
    List<SentenceView> sentences,
    String label,
    String why,
    String note,
    boolean accepted,
    boolean pinned,
    boolean edited,
    boolean seen,
    List<String> warnings) {
  public CardView {
    sentences = List.copyOf(sentences);
    warnings = List.copyOf(warnings);
  }

  /** True if a sentence stands on nothing, and nobody answered for it. */
  public boolean ungrounded() {
    return sentences.stream().anyMatch(SentenceView::ungrounded);
  }
}
