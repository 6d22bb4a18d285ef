package dev.mldigest.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the sources that are more than a feed are asked for; each kind uses its own part.
 *
 * @param words the search words of an API; empty where a kind has none
 * @param atLeast fewest points, upvotes or the like an entry must have; 0 is no bound
 * @param key resolved from the environment or a file, or null; never logged
 * @param links CSS selector of the links of a listing page, or null
 * @param announcements arXiv's announcement feed without its categories, or null
 * @param oai arXiv's OAI-PMH address, or null
 */
public record SourceQuery(
    String words,
    int atLeast,
    @Nullable Secret key,
    @Nullable String links,
    @Nullable URI announcements,
    @Nullable URI oai) {
  public static final SourceQuery NONE = new SourceQuery("", 0, null, null, null, null);
}
