package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.web.CanonicalUrl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pages that hold several pieces, each at a place of its own: links to one page that differ in
 * their fragment and are told of under different titles ("#v1.2", "#v1.3"). Where the titles are
 * the same the fragments are places to begin reading ("#comments").
 */
final class PagePlaces {
  private PagePlaces() {}

  /** For each piece its page and place; empty where its page is one piece. */
  static List<String> of(List<Piece> pieces) {
    Map<String, Set<String>> places = new HashMap<>();
    Map<String, Set<String>> titles = new HashMap<>();
    for (Piece piece : pieces) {
      String place = CanonicalUrl.place(piece.url());
      if (!place.isEmpty()) {
        places.computeIfAbsent(page(piece), p -> new HashSet<>()).add(place);
        titles.computeIfAbsent(page(piece), p -> new HashSet<>()).add(piece.title().strip());
      }
    }
    return pieces.stream()
        .map(piece -> {
          String place = CanonicalUrl.place(piece.url());
          boolean several =
              places.getOrDefault(page(piece), Set.of()).size() > 1
                  && titles.getOrDefault(page(piece), Set.of()).size() > 1;
          return several && !place.isEmpty() ? page(piece) + place : "";
        })
        .toList();
  }

  private static String page(Piece piece) {
    return CanonicalUrl.of(piece.url()).map(CanonicalUrl::key).orElse("");
  }
}
