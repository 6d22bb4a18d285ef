package dev.mldigest.fetch.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads JSON of strangers into trees that stay small: bounded in depth, in the length of texts, and
 * in tokens, since a tree of many small things is many times the size of its text. What is beyond
 * is an error in the document.
 */
public final class BoundedJson {
  /**
   * 30 for each of the most items. Without it 10 MB of {@code {"":1}} needed a heap of 448 MB, with
   * it one of 48 MB.
   */
  static final long TOKENS = 30L * DocumentBounds.ITEMS;

  private BoundedJson() {}

  public static ObjectMapper mapper(int longestText) {
    return new ObjectMapper(
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DocumentBounds.DEPTH)
                    .maxStringLength(longestText)
                    .maxTokenCount(TOKENS)
                    .build())
            .build());
  }
}
