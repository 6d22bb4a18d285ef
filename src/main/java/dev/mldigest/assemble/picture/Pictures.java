package dev.mldigest.assemble.picture;

import dev.mldigest.domain.issue.Explanation;
import java.util.List;

/** The scenes: each of numbers alone, with its alternative in words and its table. */
public final class Pictures {
  private Pictures() {}

  /** A score as the sum of its parts. */
  public static Scene waterfall(double score, List<Explanation.Part> parts) {
    return Waterfall.of(score, parts);
  }
}
