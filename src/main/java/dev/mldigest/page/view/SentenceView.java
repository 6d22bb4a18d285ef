package dev.mldigest.page.view;

/**
 * A sentence of a summary.
 *
 * @param quotes how many places of its source support it
 * @param byEditor true if the editor wrote it
 * @param vouched the editor's reason why it may stand without evidence, or empty
 * @param paragraph of the item that it stands in, from 0
 */
public record SentenceView(
    String text, int quotes, boolean byEditor, String vouched, int paragraph) {
  public boolean ungrounded() {
    return quotes == 0 && vouched.isEmpty();
  }
}
