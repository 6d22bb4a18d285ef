package dev.mldigest.pipeline.graphics;

import dev.mldigest.review.Approved;
import java.util.LinkedHashMap;
import java.util.Map;

/** The digest as the editor left it, counted. */
final class Standing {
  private Standing() {}

  /** How many items stand below each heading of a section, in the file's order. */
  static Map<String, Integer> itemsBySection(Approved approved) {
    Map<String, Integer> items = new LinkedHashMap<>();
    String section = "";
    for (Approved.Piece piece : approved.parts()) {
      switch (piece.kind()) {
        case SECTION -> section = piece.title();
        case ITEM -> items.merge(section, 1, Integer::sum);
        case FRONT_MATTER, PREAMBLE -> {}
      }
    }
    return items;
  }
}
