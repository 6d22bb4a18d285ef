package dev.mldigest.domain;

import org.jspecify.annotations.Nullable;

/**
 * A harvested entry with what became of reading its article; {@code outcome} is null where nobody
 * tried.
 */
public record Considered(Entry entry, @Nullable ExtractOutcome outcome) {

  public @Nullable Article article() {
    return outcome instanceof ExtractOutcome.Extracted(var article) ? article : null;
  }
}
