package dev.mldigest.domain.issue;

import java.util.List;

/**
 * What made a story's score, kept with its decision: as it was computed, never computed again.
 *
 * @param parts what the score is the sum of
 * @param taste the features that moved the learned part most, in the score's units, strongest first
 * @param near the past picks that are most like it, nearest first
 */
public record Explanation(List<Part> parts, List<Part> taste, List<Near> near) {
  /** One summand and what it stands for. */
  public record Part(String name, double value) {}

  /**
   * A past pick.
   *
   * @param week its issue
   * @param likeness cosine, 0 to 1
   */
  public record Near(String title, String week, double likeness) {}

  public Explanation {
    parts = List.copyOf(parts);
    taste = List.copyOf(taste);
    near = List.copyOf(near);
  }
}
