package dev.mldigest.pipeline.card;

import dev.mldigest.domain.issue.Explanation;
import java.util.List;

/**
 * Why something is in an issue, or why it is not.
 *
 * @param decision in a word, for example {@code picked}
 * @param score which the parts add up to; 0 where it had none
 * @param taste what moved the learned part most, strongest first
 * @param near past picks that it is like
 * @param reason one sentence
 */
public record Why(
    String decision,
    double score,
    List<Explanation.Part> parts,
    List<Explanation.Part> taste,
    List<Explanation.Near> near,
    String reason) {
  public Why {
    parts = List.copyOf(parts);
    taste = List.copyOf(taste);
    near = List.copyOf(near);
  }
}
