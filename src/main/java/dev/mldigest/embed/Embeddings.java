package dev.mldigest.embed;

import java.util.List;

/** Embeds texts, so that those of like meaning lie near one another. */
public interface Embeddings {
  /** Where there is no model. */
  Embeddings NONE = texts -> List.of();

  /**
   * One for each text, in the order given, or none at all where there is no model to ask. The same
   * text has the same embedding, whatever stands beside it; what the model cannot read has one
   * without direction.
   */
  List<Embedding> of(List<String> texts);
}
