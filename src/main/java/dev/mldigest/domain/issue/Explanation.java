package dev.mldigest.domain.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What made a story's score, kept with its decision: as it was computed, never computed again.
 *
 * @param parts what the score is the sum of
 * @param taste the features that moved the learned part most, in the score's units, strongest first
 * @param near the past picks that are most like it, nearest first
 * @param importance how much it matters among the stories of all sections, whose scores are not
 *     comparable; null where an earlier version kept it
 */
public record Explanation(
    List<Part> parts, List<Part> taste, List<Near> near, @Nullable Double importance) {
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
