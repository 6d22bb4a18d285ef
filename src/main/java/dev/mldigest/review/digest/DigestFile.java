package dev.mldigest.review.digest;

import dev.mldigest.review.Merge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The digest file as its parts, in order, losing nothing: the parts' texts one after the other are
 * the file. An item begins with its anchor; where the editor lost that, with its third-level
 * heading. Headings within fenced code and within comments begin nothing; but code or a comment
 * that was never closed ends where the next item begins. What the parts mean against another
 * version is left to {@link Merge}.
 */
public record DigestFile(List<Part> parts) {
  public DigestFile {
    parts = List.copyOf(parts);
  }

  public static DigestFile parse(String text) {
    return new DigestFile(DigestReader.parts(text));
  }

  /**
   * The same; an item whose anchor was lost or damaged is known by its link or title, and of two
   * that say they are the same the second is the editor's own.
   */
  public static DigestFile parse(String text, Known known) {
    return new DigestFile(Rematch.parts(parse(text).parts(), known.items()));
  }

  String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  public List<Part> items() {
    return parts.stream().filter(Part::isItem).toList();
  }

  /** The items that say which they are, in their order; of two that say the same the first. */
  public Map<String, Part> byId() {
    Map<String, Part> byId = new LinkedHashMap<>();
    for (Part item : items()) {
      if (item.id() != null) {
        byId.putIfAbsent(item.id(), item);
      }
    }
    return byId;
  }
}
