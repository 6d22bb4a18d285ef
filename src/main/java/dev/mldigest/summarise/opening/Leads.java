package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The items in the order in which an opening speaks of them: first the most important of all
 * sections, then the best of each other section, then their seconds. The same items give the same
 * order; where none has a score, they come in reading order.
 */
final class Leads {
  private Leads() {}

  /**
   * @param sections in reading order
   * @param scores by item id, comparable over the sections; an item without one comes last
   */
  static List<Issue.Item> of(List<Issue.Section> sections, Map<String, Double> scores) {
    Comparator<Issue.Item> best =
        Comparator.comparingDouble(
            item -> -scores.getOrDefault(item.id(), Double.NEGATIVE_INFINITY));
    List<List<Issue.Item>> ranked =
        sections.stream().map(section -> section.items().stream().sorted(best).toList()).toList();
    int longest = ranked.stream().mapToInt(List::size).max().orElse(0);
    List<Issue.Item> leads = new ArrayList<>();
    for (int round = 0; round < longest; round++) {
      int place = round;
      ranked.stream()
          .filter(items -> items.size() > place)
          .map(items -> items.get(place))
          .sorted(best)
          .forEach(leads::add);
    }
    return leads;
  }
}
