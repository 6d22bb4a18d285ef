package dev.mldigest.review.desk;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two texts of a digest, by their parts. */
public final class Changes {
  private Changes() {}

  /** Each part under a name of its own: an item's id, a heading's words; copies are counted. */
  static Map<String, Part> named(List<Part> parts) {
    Map<String, Part> named = new LinkedHashMap<>();
    for (Part part : parts) {
      String name = part.kind() + " " + Objects.requireNonNullElse(part.id(), part.title());
      String own = name;
      for (int copy = 2; named.containsKey(own); copy++) {
        own = name + " " + copy;
      }
      named.put(own, part);
    }
    return named;
  }

  private static Map<String, Part> named(String text) {
    return named(DigestFile.parse(text).parts());
  }

  /** How many parts are not the same in both, and one more where those of both change places. */
  static int count(String one, String other) {
    Map<String, Part> first = named(one);
    Map<String, Part> second = named(other);
    Set<String> all = new LinkedHashSet<>(first.keySet());
    all.addAll(second.keySet());
    long differing =
        all.stream().filter(name -> !isSame(first.get(name), second.get(name))).count();
    return (int) differing + (order(first, second).equals(order(second, first)) ? 0 : 1);
  }

  /** True if a file shows something that was done since the older of two states. */
  static boolean knows(String file, String older, String newer) {
    Map<String, Part> shown = named(file);
    Map<String, Part> old = named(older);
    Map<String, Part> fresh = named(newer);
    boolean words =
        fresh.entrySet().stream()
            .anyMatch(part ->
                !isSame(part.getValue(), old.get(part.getKey()))
                    && isSame(part.getValue(), shown.get(part.getKey())));
    boolean gone =
        old.keySet().stream()
            .anyMatch(name -> !fresh.containsKey(name) && !shown.containsKey(name));
    return words
        || gone
        || (!order(old, fresh).equals(order(fresh, old)) && sees(shown, fresh, old));
  }

  /** True where the order of what all three have is that of the newer state. */
  private static boolean sees(
      Map<String, Part> shown, Map<String, Part> fresh, Map<String, Part> old) {
    List<String> three = order(shown, fresh);
    three.retainAll(old.keySet());
    List<String> now = order(fresh, shown);
    now.retainAll(old.keySet());
    return three.equals(now);
  }

  /** The names of the first that the second has too, in the order of the first. */
  private static List<String> order(Map<String, Part> first, Map<String, Part> second) {
    List<String> order = new ArrayList<>(first.keySet());
    order.retainAll(second.keySet());
    return order;
  }

  private static boolean isSame(@Nullable Part one, @Nullable Part other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compared().equals(other.compared());
  }

  /** Ids of the items that came, went, read otherwise or stand behind another. */
  public static List<String> items(String before, String after, Known known) {
    Map<String, String> old = items(before, known);
    Map<String, String> now = items(after, known);
    Set<String> changed = new LinkedHashSet<>(old.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(id -> old.containsKey(id) && old.get(id).equals(now.get(id)));
    List<String> stayed = new ArrayList<>(old.keySet());
    stayed.retainAll(now.keySet());
    List<String> order = new ArrayList<>(now.keySet());
    order.retainAll(old.keySet());
    for (int i = 0; i < order.size(); i++) {
      if (!order.get(i).equals(stayed.get(i))) {
        changed.add(order.get(i));
      }
    }
    return List.copyOf(changed);
  }

  /** Their texts by id. */
  static Map<String, String> items(String text, Known known) {
    Map<String, String> items = new LinkedHashMap<>();
    for (Part part : DigestFile.parse(text, known).items()) {
      items.putIfAbsent(part.name(), part.compared());
    }
    return items;
  }
}
