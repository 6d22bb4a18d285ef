package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.domain.Week;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the issues were about: a topic is a section by its title, however it is written.
 *
 * @param all by their titles
 */
record Topics(List<Topic> all) {
  /** An item in its issue. */
  record Told(ArchivedIssue issue, Placed item) {}

  /**
   * A topic.
   *
   * @param path of its page
   * @param title as the newest issue writes it
   * @param items newest issue first
   */
  record Topic(String path, String title, List<Told> items) {}

  /**
   * @param issues newest first
   */
  static Topics of(List<ArchivedIssue> issues) {
    Map<String, List<Told>> byTitle = new LinkedHashMap<>();
    for (ArchivedIssue issue : issues) {
      for (Placed item : issue.items()) {
        if (!item.section().isBlank()) {
          byTitle
              .computeIfAbsent(folded(item.section()), title -> new ArrayList<>())
              .add(new Told(issue, item));
        }
      }
    }
    Set<String> taken = new HashSet<>();
    List<Topic> topics = new ArrayList<>();
    byTitle
        .values()
        .forEach(items -> {
          String title = items.getFirst().item().section();
          topics.add(new Topic(path(title, taken), title, items));
        });
    topics.sort(Comparator.comparing(topic -> folded(topic.title())));
    return new Topics(topics);
  }

  /** How many items of each topic each issue has. */
  static Map<Week, Map<String, Integer>> byWeek(List<ArchivedIssue> issues) {
    Map<Week, Map<String, Integer>> items = new LinkedHashMap<>();
    for (ArchivedIssue issue : issues) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      issue.items().stream()
          .filter(item -> !item.section().isBlank())
          .forEach(item -> counts.merge(item.section(), 1, Integer::sum));
      items.put(issue.week(), counts);
    }
    return items;
  }

  private static String path(String title, Set<String> taken) {
    String name = PlaceName.of(title);
    String free = name;
    for (int again = 2; !taken.add(free); again++) {
      free = name + "-" + again;
    }
    return "topics/" + free + ".html";
  }

  private static String folded(String title) {
    return title.strip().toLowerCase(Locale.ROOT);
  }
}
