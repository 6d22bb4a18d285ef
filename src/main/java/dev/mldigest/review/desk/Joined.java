package dev.mldigest.review.desk;

import dev.mldigest.review.digest.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parts in one text. Where two come to stand together that did not, a blank line stands between
 * them; where they did, not a byte is added.
 */
final class Joined {
  private record Pair(Part first, Part second) {}

  private final Set<Pair> neighbours = new HashSet<>();
  private final String lineEnd;

  Joined(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  /** These stand together as they are. */
  Joined know(List<Part> parts) {
    for (int i = 1; i < parts.size(); i++) {
      neighbours.add(new Pair(parts.get(i - 1), parts.get(i)));
    }
    return this;
  }

  String text(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && !neighbours.contains(new Pair(parts.get(i - 1), parts.get(i)))) {
        text.append(missing(text));
      }
      text.append(parts.get(i).text());
    }
    return text.toString();
  }

  /** What is missing to a blank line at the end. */
  private String missing(StringBuilder text) {
    String end = text.substring(Math.max(0, text.length() - 2 * lineEnd.length()));
    if (end.isEmpty() || end.equals(lineEnd + lineEnd)) {
      return "";
    }
    return end.endsWith(lineEnd) ? lineEnd : lineEnd + lineEnd;
  }
}
