package dev.mldigest.config;

import dev.mldigest.config.yaml.YamlMap;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Notes an id that is used twice, and where it was used first. */
final class Ids {
  private final Map<String, Integer> firstLine = new HashMap<>();

  /** Returns the id; an empty one stands for a mistake already noted. */
  String unique(YamlMap map, String id) {
    if (!id.isEmpty()) {
      int line = map.place("id").getStartMark().map(Mark::getLine).orElse(0) + 1;
      Integer first = firstLine.putIfAbsent(id, line);
      if (first != null) {
        map.wrong("id", "is used twice: '" + id + "' stands on line " + first + " already");
      }
    }
    return id;
  }
}
