package dev.mldigest.review.desk;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was typed into an older state of the file over to the newest: part by part, what only
 * one side changed is as that side has it. Where both changed a part, what was typed stands in the
 * file and the other stays in the history; nobody's words go because the other side took the item
 * out.
 */
final class Rebase {
  private final Map<String, Part> base;
  private final Map<String, Part> mine;
  private final Map<String, Part> theirs;
  private final String lineEnd;
  private final Joined joined;

  private Rebase(List<Part> base, List<Part> mine, List<Part> theirs, String lineEnd) {
    this.base = Changes.named(base);
    this.mine = Changes.named(mine);
    this.theirs = Changes.named(theirs);
    this.lineEnd = lineEnd;
    this.joined = new Joined(lineEnd).know(theirs).know(mine);
  }

  /**
   * @param base the state that the file was edited from
   * @param mine the file
   * @param theirs the newest state
   * @param known texts in which the items are known
   */
  static String of(String base, String mine, String theirs, Known known) {
    if (mine.equals(base)) {
      return theirs;
    }
    return base.equals(theirs)
        ? mine
        : new Rebase(
                parts(base, known), parts(mine, known), parts(theirs, known), LineEnds.of(mine))
            .text();
  }

  private static List<Part> parts(String text, Known known) {
    return DigestFile.parse(text, known).parts();
  }

  private String text() {
    List<Part> parts = new ArrayList<>();
    for (String name : order()) {
      Part part = merged(base.get(name), mine.get(name), theirs.get(name));
      if (part != null) {
        parts.add(part);
      }
    }
    return joined.text(parts);
  }

  private @Nullable Part merged(@Nullable Part old, @Nullable Part my, @Nullable Part their) {
    if (my == null) {
      return their == null || (old != null && isSame(old, their)) ? null : their;
    }
    if (their == null) {
      return old != null && isSame(old, my) ? null : my;
    }
    if (old == null || isSame(my, their) || !isSame(old, my)) {
      return my;
    }
    return isSame(old, their)
        ? my
        : new Part(
            my.kind(),
            my.id(),
            their.url(),
            their.title(),
            LineEnds.adapt(their.core(), lineEnd) + my.gap());
  }

  private static boolean isSame(Part one, Part other) {
    return one.compared().equals(other.compared());
  }

  /** The order of the file where that was changed in it, else the newest; what is new follows. */
  private Set<String> order() {
    Map<String, Part> common = new LinkedHashMap<>(mine);
    common.keySet().retainAll(base.keySet());
    Map<String, Part> before = new LinkedHashMap<>(base);
    before.keySet().retainAll(mine.keySet());
    boolean moved = !List.copyOf(common.keySet()).equals(List.copyOf(before.keySet()));
    return moved ? with(mine.keySet(), theirs.keySet()) : with(theirs.keySet(), mine.keySet());
  }

  /** The first with what only the second has, each behind what stands before it there. */
  private static Set<String> with(Set<String> first, Set<String> second) {
    Map<String, List<String>> behind = new HashMap<>();
    String above = "";
    for (String name : second) {
      if (first.contains(name)) {
        above = name;
      } else {
        behind.computeIfAbsent(above, key -> new ArrayList<>()).add(name);
      }
    }
    Set<String> order = new LinkedHashSet<>(behind.getOrDefault("", List.of()));
    for (String name : first) {
      order.add(name);
      order.addAll(behind.getOrDefault(name, List.of()));
    }
    return order;
  }
}
