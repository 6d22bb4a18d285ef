package dev.mldigest.domain.issue;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.article.Article;
import dev.mldigest.web.CanonicalUrl;
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

  /**
   * Where the text was read, behind redirects, without what tracks the reader; else the link. Of
   * several entries on one page each keeps its place on it.
   */
  public String address() {
    if (entry.isPlaceless()) {
      String link = entry.link();
      return CanonicalUrl.of(link).orElse("") + CanonicalUrl.place(link);
    }
    String read = article == null ? null : article.url();
    return CanonicalUrl.of(read).or(() -> CanonicalUrl.of(entry.link())).orElse("");
  }
}
