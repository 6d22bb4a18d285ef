package dev.mldigest.domain.issue;

import java.util.List;

/** One sentence of a summary with its evidence; plain text, never markup. */
public record SummarySentence(String text, List<Evidence> evidence) {
  public SummarySentence {
    evidence = List.copyOf(evidence);
  }
}
