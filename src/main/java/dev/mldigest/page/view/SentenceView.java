package dev.mldigest.page.view;

/**
 * A sentence of a summary.
 *
 * @param quotes how many places of its source support it
 * @param byEditor true if the editor wrote it
 * @param vouched the editor's reason why it may stand without evidence, or empty
 */
public record SentenceView(String text, int quotes, boolean byEditor, String vouched) {
  public boolean ungrounded() {
    return quotes == 0 && vouched.isEmpty();
  }
}
