package dev.mldigest.page.view;

/**
 * A sentence of a summary.
 *
 * @param quotes how many places of its source support it
 * @param byEditor true if the editor wrote it, who answers for it
 */
public record SentenceView(String text, int quotes, boolean byEditor) {
  public boolean ungrounded() {
    return quotes == 0 && !byEditor;
  }
}
