package dev.mldigest.page.view;

import dev.mldigest.domain.key.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of one week's issue, whole. */
public record PageView(Frame frame, IssueView issue, List<SectionView> sections, List<Key> keys) {
  private static final Map<String, String> PLACES =
      Map.of(
          "items", "On an item",
          "any", "Anywhere",
          "reason", "Why an item is out",
          "bench", "On the bench",
          "rewrite", "When a new version is there");

  public PageView {
    sections = List.copyOf(sections);
    keys = List.copyOf(keys);
  }

  public int items() {
    return sections.stream().mapToInt(section -> section.cards().size()).sum();
  }

  /** Those that hold an item. */
  public List<SectionView> sectionsOfItems() {
    return sections.stream().filter(section -> !section.cards().isEmpty()).toList();
  }

  /** Keys by where they count, as the help shows them. */
  public Map<String, List<Key>> places() {
    Map<String, List<Key>> places = new LinkedHashMap<>();
    keys.forEach(key ->
        places.computeIfAbsent(PLACES.get(key.where()), place -> new ArrayList<>()).add(key));
    return places;
  }

  /** The key of an act, as the editor has it; empty where it has none. */
  public String keyOf(String act) {
    return keys.stream().filter(key -> key.act().equals(act)).findFirst().map(Key::key).orElse("");
  }

  public long accepted() {
    return sections.stream()
        .flatMap(section -> section.cards().stream())
        .filter(CardView::accepted)
        .count();
  }

  /** Place of a section's first item among all, from 1. */
  public int first(SectionView section) {
    return 1
        + sections.subList(0, sections.indexOf(section)).stream()
            .mapToInt(before -> before.cards().size())
            .sum();
  }
}
