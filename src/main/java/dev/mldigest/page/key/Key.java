package dev.mldigest.page.key;

/**
 * A row of the table.
 *
 * @param key as the browser names it, for example "j", "?" or "Escape"
 * @param act what it does, by the name the script knows it by
 * @param where it counts: "items", "reason" (after x), "bench", "rewrite" or "any"
 * @param group in which bar its button stands: "item", "issue" or "" for none
 * @param label of its button
 * @param help a sentence
 */
public record Key(String key, String act, String where, String group, String label, String help) {}
