package dev.mldigest.extract.meta;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authors of a paper in one line. */
final class Bylines {
  private static final int LONGEST = 190;

  private Bylines() {}

  /** As many names as fit, then "et al."; null without any. */
  static @Nullable String of(List<String> names) {
    StringBuilder line = new StringBuilder();
    for (String name : names) {
      if (line.length() + name.length() > LONGEST) {
        return line.isEmpty() ? null : line.append(" et al.").toString();
      }
      if (!name.isBlank()) {
        line.append(line.isEmpty() ? "" : ", ").append(name);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
