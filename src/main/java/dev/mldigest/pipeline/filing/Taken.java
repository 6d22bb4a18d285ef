package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.desk.Block;
import dev.mldigest.review.desk.History;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An item that the editor put into an issue, with its evidence: the generated text does not hold
 * it, so that later issues learn that the editor wanted it.
 *
 * @param section that it belongs to, without its items
 * @param text its block as it was put in
 * @param harvested false for a page that no source brought
 */
public record Taken(Issue.Section section, Issue.Item item, String text, boolean harvested) {
  /** Those of the week that were put in and not taken back. */
  public static List<Taken> of(Week week, Store store) {
    Set<String> harvested =
        store.ledger().decisions(week).stream().map(Decision::entryId).collect(Collectors.toSet());
    return History.of(EventRows.events(store.events().since(week, 0)))
        .state()
        .taken()
        .values()
        .stream()
        .flatMap(block -> of(block, harvested).stream())
        .toList();
  }

  private static List<Taken> of(Block block, Set<String> harvested) {
    if (block.json() == null) {
      return List.of();
    }
    return FrozenIssue.of(block.json()).sections().stream()
        .flatMap(section ->
            section.items().stream()
                .map(item ->
                    new Taken(
                        new Issue.Section(section.id(), section.title(), List.of()),
                        item,
                        block.text(),
                        harvested.contains(item.id()))))
        .toList();
  }

  /** The issue with these items in their sections, where it has them not. */
  static Issue into(Issue issue, List<Taken> taken) {
    Set<String> known = new HashSet<>();
    issue.items().forEach(item -> known.add(item.id()));
    List<Issue.Section> sections = new ArrayList<>(issue.sections());
    for (Taken one : taken) {
      if (known.add(one.item.id())) {
        sections.replaceAll(
            section -> section.id().equals(one.section.id()) ? with(section, one) : section);
        if (sections.stream().noneMatch(section -> section.id().equals(one.section.id()))) {
          sections.add(with(one.section, one));
        }
      }
    }
    return issue.with(sections);
  }

  private static Issue.Section with(Issue.Section section, Taken one) {
    List<Issue.Item> items = new ArrayList<>(section.items());
    items.add(one.item);
    return new Issue.Section(section.id(), section.title(), items);
  }
}
