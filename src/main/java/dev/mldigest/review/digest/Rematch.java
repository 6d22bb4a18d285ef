package dev.mldigest.review.digest;

import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives items whose anchor was lost or damaged their id back: by the address their title links to,
 * then by the title's text. An anchor that stands twice counts once, the copy is the editor's own.
 */
public final class Rematch {
  private final Set<String> taken = new HashSet<>();

  private Rematch() {}

  /**
   * @param known items by id, the versions to search first in front
   */
  public static List<Part> parts(List<Part> parts, List<Map<String, Part>> known) {
    return new Rematch().match(parts, known);
  }

  private List<Part> match(List<Part> parts, List<Map<String, Part>> known) {
    List<Part> matched = new ArrayList<>();
    for (Part part : parts) {
      boolean copy = part.isItem() && part.id() != null && !taken.add(part.id());
      matched.add(copy ? new Part(part.kind(), null, null, "", part.text()) : part);
    }
    matched.replaceAll(part -> found(part, known, Part::url));
    matched.replaceAll(part -> found(part, known, Rematch::words));
    return matched;
  }

  private Part found(
      Part part, List<Map<String, Part>> known, Function<Part, @Nullable String> key) {
    String wanted = key.apply(part);
    if (!part.isItem() || part.id() != null || wanted == null || wanted.isEmpty()) {
      return part;
    }
    for (Map<String, Part> items : known) {
      for (Map.Entry<String, Part> item : items.entrySet()) {
        if (!taken.contains(item.getKey()) && wanted.equals(key.apply(item.getValue()))) {
          taken.add(item.getKey());
          return part.withId(item.getKey());
        }
      }
    }
    return part;
  }

  /** The title's letters and digits, without its address. */
  private static String words(Part part) {
    int link = part.title().lastIndexOf("](");
    String title = link < 0 ? part.title() : part.title().substring(0, link);
    return Texts.words(title);
  }
}
