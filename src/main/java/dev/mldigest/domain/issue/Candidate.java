package dev.mldigest.domain.issue;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.article.Article;
import dev.mldigest.web.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A harvested entry with its source and, where it could be read, its article. */
public record Candidate(Entry entry, Source source, @Nullable Article article) {
  /** Pages name days, in whatever zone: less than this is no difference. */
  private static final Duration SAME_DAY = Duration.ofHours(36);

  public String id() {
    return entry.id();
  }

  /** The same as an item of another section. */
  public Candidate in(String section) {
    return new Candidate(entry, source.in(section), article);
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
   * When its origin published it: as its page says where that is before what its feed says, for
   * feeds and other people post old pages as new ones. Papers count from their announcement, and
   * the page of several entries has no date of one of them.
   */
  public Instant published() {
    boolean own =
        article != null
            && !entry.isPlaceless()
            && CanonicalUrl.place(entry.link()).isEmpty()
            && !source.kind().isPaper()
            && CanonicalUrl.arxivId(entry.link()) == null;
    Instant page = own && article != null ? article.about().published() : null;
    return page != null && page.isBefore(entry.date().minus(SAME_DAY)) ? page : entry.date();
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
