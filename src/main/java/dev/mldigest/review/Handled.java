package dev.mldigest.review;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import dev.mldigest.review.digest.Rematch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the editor did to the items that stand in a digest, against the text that was generated.
 *
 * @param ours ids of the items that were generated
 * @param raised ids of those moved up, the fewest that explain the order
 * @param written ids of those with a note, or with words of the editor's own
 * @param headings by id: the heading of the section that an item stands under, as it reads
 */
public record Handled(
    Set<String> ours, Set<String> raised, Set<String> written, Map<String, String> headings) {
  public Handled {
    ours = Set.copyOf(ours);
    raised = Set.copyOf(raised);
    written = Set.copyOf(written);
    headings = Map.copyOf(headings);
  }

  /**
   * @param generated the text that the digest was edited from
   * @param text as the editor left it
   */
  public static Handled of(String generated, String text) {
    Map<String, Part> known = DigestFile.parse(generated).byId();
    List<Part> parts = Rematch.parts(DigestFile.parse(text).parts(), List.of(known));
    List<String> now =
        parts.stream()
            .map(part -> String.valueOf(part.id()))
            .filter(known::containsKey)
            .distinct()
            .toList();
    return new Handled(
        known.keySet(),
        raised(List.copyOf(known.keySet()), now),
        written(known, parts),
        headings(parts));
  }

  private static Set<String> raised(List<String> before, List<String> now) {
    List<String> stayed = before.stream().filter(now::contains).toList();
    return Order.moved(stayed, now).stream()
        .filter(id -> now.indexOf(id) < stayed.indexOf(id))
        .collect(Collectors.toSet());
  }

  private static Set<String> written(Map<String, Part> known, List<Part> parts) {
    Set<String> written = new HashSet<>();
    for (Part part : parts) {
      Part before = part.id() == null ? null : known.get(part.id());
      if (before != null && part.id() != null && !part.compared().equals(before.compared())) {
        written.add(part.id());
      }
    }
    return written;
  }

  private static Map<String, String> headings(List<Part> parts) {
    Map<String, String> headings = new HashMap<>();
    String heading = "";
    for (Part part : parts) {
      if (part.kind() == Part.Kind.SECTION) {
        heading = part.title();
      } else if (part.id() != null) {
        headings.putIfAbsent(part.id(), heading);
      }
    }
    return headings;
  }
}
