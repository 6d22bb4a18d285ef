package dev.mldigest.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** The head of a site or of a post: one {@code name: value} a line. */
record Fields(Map<String, String> values) {
  Fields {
    values = Map.copyOf(values);
  }

  static Fields read(String head) {
    Map<String, String> values = new LinkedHashMap<>();
    head.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon < 1) {
            throw new IllegalStateException("'" + line + "' is not of the form name: value.");
          }
          values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
    return new Fields(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * @throws IllegalStateException with one sentence if the head has no such line
   */
  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("'" + name + "' is missing in " + values);
    }
    return value;
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
