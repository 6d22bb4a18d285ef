package dev.mldigest.domain;

import java.util.Set;

/**
 * Which entries of a poll were known before it, by id.
 *
 * @param newest those of them that were among the newest of the source
 */
public record Seen(Set<String> known, Set<String> newest) {
  public static final Seen NONE = new Seen(Set.of(), Set.of());

  public Seen {
    known = Set.copyOf(known);
    newest = Set.copyOf(newest);
  }
}
