package dev.mldigest.fetch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one parse had to repair or could not save; at most twenty sentences. */
final class Notes {
  private static final int MOST = 20;

  private final Set<String> warnings = new LinkedHashSet<>();
  private boolean complete = true;

  void warn(String sentence) {
    if (warnings.size() < MOST) {
      warnings.add(sentence);
    }
  }

  /** Something of the feed is lost for good. */
  void incomplete(String sentence) {
    complete = false;
    warn(sentence);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  boolean complete() {
    return complete;
  }
}
