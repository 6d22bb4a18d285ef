package dev.mldigest.domain;

import dev.mldigest.web.CanonicalUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A harvested entry: a {@link FeedEntry} that was seen in a source and is now accounted for.
 *
 * @param id stable: SHA-256 of source and guid (or link, or title), 16 hexadecimal digits
 * @param canonical the canonical URL key that two reports of the same page share, or null without a
 *     link, and where its link proves nothing: several entries of its source have the same, or it
 *     is its source's home
 * @param date when it counts: published, else first seen; a date more than a day in the future
 *     counts as absent
 * @param firstSeen start of the run that first saw it
 */
public record Entry(
    String id,
    String sourceId,
    FeedEntry feedEntry,
    @Nullable String canonical,
    Instant date,
    Instant firstSeen) {

  /** The key of the page it points to, shared by all entries that do; else its own id. */
  public String page() {
    return canonical == null ? id : canonical;
  }

  public String title() {
    return feedEntry.title();
  }

  /** The same entry under another title. */
  public Entry titled(String title) {
    return new Entry(
        id, sourceId, feedEntry.toBuilder().title(title).build(), canonical, date, firstSeen);
  }

  public @Nullable String link() {
    return feedEntry.link();
  }

  /** True where its link leads to a page that is not about it alone: no report of that page. */
  public boolean isPlaceless() {
    return canonical == null && CanonicalUrl.of(link()).isPresent();
  }
}
