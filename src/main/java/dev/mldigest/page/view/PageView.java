package dev.mldigest.page.view;

import dev.mldigest.page.key.Key;
import java.util.List;

/** The page of one week's issue, whole. */
public record PageView(Frame frame, IssueView issue, List<SectionView> sections, List<Key> keys) {
  public PageView {
    sections = List.copyOf(sections);
    keys = List.copyOf(keys);
  }

  public int items() {
    return sections.stream().mapToInt(section -> section.cards().size()).sum();
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
