package dev.mldigest.domain;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One source of feeds.yaml.
 *
 * @param id unique within the configuration, {@code [a-z0-9-]+}
 * @param title as shown to readers; also the publisher that per-publisher caps count
 * @param url the feed's address as configured, before redirects; for {@link SourceKind#ARXIV} the
 *     API's base URL
 * @param section id of the section its items belong to when they are picked
 * @param weight the editor's trust, 0.1 to 3.0, 1.0 is neutral
 * @param categories arXiv categories, empty for feeds
 * @param selector the editor's own CSS selector for the article body, or null
 * @param query what the kinds that are more than a feed are asked for
 * @param roundUps what becomes of its entries that collect other people's news
 */
public record Source(
    String id,
    String title,
    SourceKind kind,
    URI url,
    String section,
    double weight,
    List<String> categories,
    @Nullable String selector,
    SourceQuery query,
    RoundUps roundUps) {
  public Source {
    categories = List.copyOf(categories);
  }

  /** The same with another section. */
  public Source in(String other) {
    return new Source(id, title, kind, url, other, weight, categories, selector, query, roundUps);
  }

  /** True for files of the editor's own: nothing is asked of the world. */
  public boolean isLocal() {
    return "file".equals(url.getScheme());
  }

  /** What a round-up is to an issue. */
  public enum RoundUps {
    /** A mention of the stories it links to, and no item. */
    EVIDENCE,
    /** That, and an item like any other. */
    PICK;

    /** The word used in feeds.yaml. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A source whose round-ups are evidence. */
  public Source(
      String id,
      String title,
      SourceKind kind,
      URI url,
      String section,
      double weight,
      List<String> categories,
      @Nullable String selector,
      SourceQuery query) {
    this(id, title, kind, url, section, weight, categories, selector, query, RoundUps.EVIDENCE);
  }

  /** A source that is asked for nothing but what it has. */
  public Source(
      String id,
      String title,
      SourceKind kind,
      URI url,
      String section,
      double weight,
      List<String> categories,
      @Nullable String selector) {
    this(id, title, kind, url, section, weight, categories, selector, SourceQuery.NONE);
  }
}
