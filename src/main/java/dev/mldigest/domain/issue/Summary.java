package dev.mldigest.domain.issue;

import java.util.List;

/**
 * Two to four sentences on a story (fewer only where its source has fewer).
 *
 * @param highlight for whom it is, completing "For: …"; plain text, no final stop; empty where that
 *     is not clear
 * @param by {@code offline}, or the name of the model that wrote it
 */
public record Summary(List<SummarySentence> sentences, String highlight, String by) {
  public static final String OFFLINE = "offline";

  public Summary {
    sentences = List.copyOf(sentences);
  }
}
