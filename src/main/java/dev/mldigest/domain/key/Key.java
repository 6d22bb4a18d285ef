package dev.mldigest.domain.key;

/**
 * A row of the table.
 *
 * @param key as the browser names it, for example "j", "?" or "Escape"
 * @param act what it does, by the name the script knows it by
 * @param where it counts: "items", "reason" (after the act reject), "bench", "rewrite" or "any"
 * @param group in which bar its button stands: "item", "issue" or "" for none
 * @param label of its button
 * @param help a sentence
 */
public record Key(String key, String act, String where, String group, String label, String help) {

  /** Whether an editor may give its act another key: numbered reasons and Escape stay. */
  boolean isFree() {
    return !act.equals("reason") && !act.equals("back");
  }

  /** Whether both may be pressed in one place. A new version leaves the item's own acts open. */
  boolean meets(Key other) {
    return where.equals(other.where) || where.equals("any") || other.where.equals("any");
  }
}
