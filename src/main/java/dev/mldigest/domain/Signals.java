package dev.mldigest.domain;

/**
 * What others made of an entry, as its source tells.
 *
 * @param points points, upvotes or likes; 0 where the source has none
 * @param comments comments made where the entry was found
 * @param withdrawn whether its authors took it back
 */
public record Signals(int points, int comments, boolean withdrawn) {
  public static final Signals NONE = new Signals(0, 0, false);
}
