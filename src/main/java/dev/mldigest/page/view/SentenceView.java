package dev.mldigest.page.view;

/**
 * A sentence of a summary.
 *
 * @param ungrounded true if it wants evidence and has none, and nobody answered for it
 * @param byEditor true if the editor wrote it
 * @param vouched the editor's reason why it may stand without evidence, or empty
 * @param paragraph of the item that it stands in, from 0
 */
public record SentenceView(
    String text, boolean ungrounded, boolean byEditor, String vouched, int paragraph) {}
