package dev.mldigest.domain.issue;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Source;
import org.jspecify.annotations.Nullable;

/** A harvested entry with its source and, where it could be read, its article. */
public record Candidate(Entry entry, Source source, @Nullable Article article) {

  public String id() {
    return entry.id();
  }

  /** The entry's title, else the article's. */
  public String title() {
    return entry.title().isBlank() && article != null ? article.title() : entry.title();
  }

  /** The article's text, or an empty string. */
  public String text() {
    return article == null ? "" : article.text();
  }
}
