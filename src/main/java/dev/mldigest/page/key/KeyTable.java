package dev.mldigest.page.key;

import dev.mldigest.io.Resource;
import java.util.List;

/** All keys, in the order of the help. */
public final class KeyTable {
  private static final List<Key> ALL =
      Resource.text("/page/keys.tsv")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KeyTable::key)
          .toList();

  private KeyTable() {}

  public static List<Key> all() {
    return ALL;
  }

  /** As the documentation shows it, a Markdown table. */
  public static String markdown() {
    StringBuilder table = new StringBuilder("| key | where | does |\n| --- | --- | --- |\n");
    ALL.forEach(
        key -> table.append("| `%s` | %s | %s |\n".formatted(key.key(), key.where(), key.help())));
    return table.toString();
  }

  private static Key key(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 6) {
      throw new IllegalStateException("keys.tsv: six fields, parted by tabs, not: " + line);
    }
    return new Key(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
  }
}
