package dev.mldigest.review;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import dev.mldigest.review.digest.Rematch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a digest file, in its order: every item with the heading it stands under, known by
 * its anchor, else by its link or title.
 *
 * @param headings words of all second-level headings
 */
public record Contents(List<Entry> entries, Set<String> headings) {
  public Contents {
    entries = List.copyOf(entries);
    headings = Set.copyOf(headings);
  }

  /**
   * An item.
   *
   * @param id of the generated item it is; null for the editor's own and for copies
   * @param section words of the second-level heading above it as they stand in the file, empty
   *     where there is none
   * @param heading the item's own heading as it stands in the file
   * @param url that its heading links to, or null
   * @param text the whole block
   * @param retitled true if the heading is not as it was generated
   * @param changed true if anything of it is not as it was generated
   */
  public record Entry(
      @Nullable String id,
      String section,
      String heading,
      @Nullable String url,
      String text,
      boolean retitled,
      boolean changed) {}

  /**
   * @param generated texts in which its items are known, the one it was edited from first
   */
  public static Contents of(String text, String... generated) {
    List<Map<String, Part>> known = new ArrayList<>();
    for (String one : generated) {
      known.add(DigestFile.parse(one).byId());
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> headings = new LinkedHashSet<>();
    String section = "";
    for (Part part : Rematch.parts(DigestFile.parse(text).parts(), known)) {
      if (part.kind() == Part.Kind.SECTION) {
        section = part.title();
        headings.add(section);
      } else if (part.isItem()) {
        entries.add(entry(part, section, known));
      }
    }
    return new Contents(entries, headings);
  }

  private static Entry entry(Part part, String section, List<Map<String, Part>> known) {
    Part was =
        known.stream()
            .filter(items -> items.containsKey(part.id()))
            .map(items -> items.get(part.id()))
            .findFirst()
            .orElse(null);
    return new Entry(
        was == null ? null : part.id(),
        section,
        part.title(),
        part.url(),
        part.text(),
        was != null && !was.title().equals(part.title()),
        was == null || !was.compared().equals(part.compared()));
  }

  /** Ids of the generated items that it holds. */
  public Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    entries.forEach(entry -> {
      if (entry.id() != null) {
        ids.add(entry.id());
      }
    });
    return ids;
  }

  /** The heading that each generated item stands under. */
  public Map<String, String> sections() {
    Map<String, String> sections = new HashMap<>();
    entries.forEach(entry -> {
      if (entry.id() != null) {
        sections.put(entry.id(), entry.section());
      }
    });
    return sections;
  }

  /**
   * True for a text that is no edit of the digest: it has neither front matter nor one of the
   * digest's items. An editor that crashed or a full disk leaves such files.
   *
   * @param generated texts in which the digest's items are known
   */
  public static boolean isLost(String text, String... generated) {
    return DigestFile.parse(text).parts().stream()
            .noneMatch(part -> part.kind() == Part.Kind.FRONT_MATTER)
        && of(text, generated).ids().isEmpty();
  }

  /** True if there is nothing to read in it: white space, or the zeros a crash leaves. */
  public static boolean isBlank(String text) {
    return text.chars()
        .allMatch(c -> Character.isWhitespace(c) || c == 0 || c == '\uFEFF' || c == '\u00A0');
  }
}
