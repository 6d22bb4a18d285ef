package dev.mldigest.publish.service.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.readers.LinkClicks;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up clicks by link. Persons are told apart while it is filled, and are in no result. */
public final class Clicks {
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Set<String>> persons = new HashMap<>();
  private final Set<String> everybody = new HashSet<>();

  public void add(String link, long clicks) {
    counts.merge(link, clicks, Long::sum);
  }

  /** Counts a person once a link. */
  public void addPerson(String link, String person) {
    if (persons.computeIfAbsent(link, one -> new HashSet<>()).add(person)) {
      counts.merge(link, 1L, Long::sum);
    }
    everybody.add(person);
  }

  /** Persons who followed any link. */
  public long persons() {
    return everybody.size();
  }

  /** Most followed first. */
  public List<LinkClicks> links() {
    return counts.entrySet().stream()
        .map(one -> new LinkClicks(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparingLong(LinkClicks::clicks).reversed().thenComparing(LinkClicks::link))
        .toList();
  }

  /** A number that a service gives; null where it gives none. */
  public static @Nullable Long number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber() ? (Long) value.asLong() : null;
  }
}
