package dev.mldigest.domain.issue;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
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
