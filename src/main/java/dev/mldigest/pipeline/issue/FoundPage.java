package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.io.Sha256;
import dev.mldigest.web.Publisher;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the web that no source brought: its publisher stands for a source.
 *
 * @param canonical of its address
 * @param found when the editor named it
 */
record FoundPage(Source source, URI url, String canonical, Instant found) {
  /**
   * @param section id of the section it belongs to
   */
  static FoundPage of(URI url, String canonical, String section, Instant found) {
    String publisher = Publisher.of(url.toString());
    Source source =
        new Source(
            "editor",
            publisher.isEmpty() ? String.valueOf(url.getHost()) : publisher,
            SourceKind.BLOG,
            url,
            section,
            1.0,
            List.of(),
            null);
    return new FoundPage(source, url, canonical, found);
  }

  /** Before it was read. */
  Entry unread() {
    return entry("", null);
  }

  Candidate with(Article article) {
    return new Candidate(entry(article.title(), article.about().published()), source, article);
  }

  private Entry entry(String title, @Nullable Instant published) {
    FeedEntry stated = FeedEntry.titled(title).link(url.toString()).published(published).build();
    return new Entry(
        Sha256.of("editor\n" + canonical).substring(0, 16),
        source.id(),
        stated,
        canonical,
        published == null ? found : published,
        found);
  }
}
