package dev.mldigest.summarise.ground;

import java.util.List;

/**
 * Whether a text is supported by its source.
 *
 * @param score 0 (surely not) to 1 (nothing speaks against it)
 */
public record Verdict(boolean grounded, double score, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }
}
