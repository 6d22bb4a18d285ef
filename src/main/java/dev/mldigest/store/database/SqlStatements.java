package dev.mldigest.store.database;

import dev.mldigest.io.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code sql/statements.sql}, by name: a line {@code -- name: x} starts statement x. */
final class SqlStatements {
  private static final Pattern NAME = Pattern.compile("(?m)^-- name: (\\S+)$");

  private final Map<String, String> byName = new HashMap<>();

  SqlStatements() {
    String file = Resource.text("/sql/statements.sql");
    var matcher = NAME.matcher(file);
    String name = null;
    int start = 0;
    while (matcher.find()) {
      put(name, file.substring(start, matcher.start()));
      name = matcher.group(1);
      start = matcher.end();
    }
    put(name, file.substring(start));
  }

  String get(String name) {
    return Objects.requireNonNull(byName.get(name), () -> "no statement named " + name);
  }

  private void put(@Nullable String name, String text) {
    if (name != null && byName.put(name, text.strip()) != null) {
      throw new IllegalStateException("two statements are named " + name);
    }
  }
}
