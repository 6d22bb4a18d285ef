package dev.mldigest.select.story;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.same.SameStory;

/**
 * Whoever is asked about two stories that {@link SameStory} left apart although little was missing.
 * A yes joins them, anything else leaves them as they are.
 */
@FunctionalInterface
public interface StoryJudge {
  /** The best report of each. */
  boolean sameStory(Piece one, Piece other);
}
