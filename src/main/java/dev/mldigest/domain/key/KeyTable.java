package dev.mldigest.domain.key;

import dev.mldigest.io.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys, in the order of the help. */
public final class KeyTable {
  private static final List<Key> ROWS =
      Resource.text("/domain/keys.tsv")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KeyTable::key)
          .toList();

  private static final List<Key> ALL = with(Map.of());

  private KeyTable() {}

  /** As they are where the editor changed none. */
  public static List<Key> all() {
    return ALL;
  }

  /** The acts that may have another key. */
  public static List<String> acts() {
    return ROWS.stream().filter(Key::isFree).map(Key::act).distinct().toList();
  }

  /**
   * The table with keys of the editor's.
   *
   * @param own key by act; an act that stands in several places gets it in all of them
   */
  public static List<Key> with(Map<String, String> own) {
    List<Key> moved =
        ROWS.stream()
            .map(row ->
                new Key(
                    own.getOrDefault(row.act(), row.key()),
                    row.act(),
                    row.where(),
                    row.group(),
                    row.label(),
                    row.help()))
            .toList();
    return moved.stream().map(row -> told(row, moved)).toList();
  }

  /**
   * The key of one act.
   *
   * @param own as in {@link #with}
   */
  public static String key(String act, Map<String, String> own) {
    return with(own).stream()
        .filter(row -> row.act().equals(act))
        .map(Key::key)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no act " + act));
  }

  /** Two rows of one place that have the same key, if there are any. */
  public static Optional<List<Key>> clash(List<Key> table) {
    for (int i = 0; i < table.size(); i++) {
      for (Key later : table.subList(i + 1, table.size())) {
        if (table.get(i).key().equals(later.key()) && table.get(i).meets(later)) {
          return Optional.of(List.of(table.get(i), later));
        }
      }
    }
    return Optional.empty();
  }

  /** As the documentation shows it, a Markdown table. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| key | act | where | does |\n| --- | --- | --- | --- |\n");
    ALL.forEach(key ->
        table.append(
            "| `%s` | %s | %s | %s |\n"
                .formatted(
                    key.key(),
                    key.isFree() ? "`" + key.act() + "`" : "",
                    key.where(),
                    key.help())));
    return table.toString();
  }

  /** With the keys it speaks of, such as {@code {bench}}, as they are. */
  private static Key told(Key row, List<Key> table) {
    String help = row.help();
    for (Key other : table) {
      help = help.replace("{" + other.act() + "}", other.key());
    }
    return new Key(row.key(), row.act(), row.where(), row.group(), row.label(), help);
  }

  private static Key key(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 6) {
      throw new IllegalStateException("keys.tsv: six fields, parted by tabs, not: " + line);
    }
    return new Key(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
  }
}
