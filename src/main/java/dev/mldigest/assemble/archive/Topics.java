package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.domain.Week;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the issues were about: a topic is a section by its title, however it is written, and what an
 * item is about wherever it stands. A section that is called as a subject is one with it.
 *
 * @param sections by their titles
 * @param subjects the same of the others
 */
record Topics(List<Topic> sections, List<Topic> subjects) {
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
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, Set<Told>> told = new HashMap<>();
    Set<String> sections = new HashSet<>();
    for (ArchivedIssue issue : issues) {
      for (Placed item : issue.items()) {
        for (String title : titles(issue, item)) {
          String key = folded(title);
          titles.putIfAbsent(key, title);
          told.computeIfAbsent(key, fresh -> new LinkedHashSet<>()).add(new Told(issue, item));
        }
        sections.add(folded(item.section()));
      }
    }
    Set<String> taken = new HashSet<>();
    Map<Boolean, List<Topic>> parted =
        titles.entrySet().stream()
            // Names of pages that were there before there were subjects stay the sections'.
            .sorted(Comparator.comparing(title -> !sections.contains(title.getKey())))
            .map(title ->
                new Topic(
                    path(title.getValue(), taken),
                    title.getValue(),
                    List.copyOf(told.getOrDefault(title.getKey(), Set.of()))))
            .sorted(Comparator.comparing(topic -> folded(topic.title())))
            .collect(Collectors.partitioningBy(topic -> sections.contains(folded(topic.title()))));
    return new Topics(parted.getOrDefault(true, List.of()), parted.getOrDefault(false, List.of()));
  }

  /** All of both kinds. */
  List<Topic> all() {
    return Stream.concat(sections.stream(), subjects.stream()).toList();
  }

  private static List<String> titles(ArchivedIssue issue, Placed item) {
    Stream<String> section = Stream.of(item.section()).filter(title -> !title.isBlank());
    Stream<String> subjects =
        Subjects.speak(issue.labels().locale()) ? Subjects.of(item).stream() : Stream.empty();
    return Stream.concat(section, subjects).toList();
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
