package dev.mldigest.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed that was read.
 *
 * @param format for example {@code rss-2.0}, {@code atom-1.0}, {@code rdf-1.0}, {@code
 *     json-feed-1.1}, {@code arxiv-api}
 * @param warnings one sentence for each repair or lost value
 * @param complete false where the document was broken and only whole items of it were saved
 * @param pace when it wants to be asked again
 */
public record Feed(
    String format,
    @Nullable String title,
    @Nullable String link,
    List<FeedEntry> entries,
    List<String> warnings,
    boolean complete,
    FeedPace pace) {
  public Feed {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /** A feed that does not say when it wants to be asked again. */
  public Feed(
      String format,
      @Nullable String title,
      @Nullable String link,
      List<FeedEntry> entries,
      List<String> warnings,
      boolean complete) {
    this(format, title, link, entries, warnings, complete, FeedPace.UNSAID);
  }

  /** The same with its entries {@linkplain FeedEntry#completed completed}. */
  public Feed completed() {
    return withEntries(entries.stream().map(FeedEntry::completed).toList());
  }

  /** The same with one more sentence on how it was read. */
  public Feed withWarning(String sentence) {
    List<String> more = new ArrayList<>(warnings);
    more.add(sentence);
    return new Feed(format, title, link, entries, more, complete, pace);
  }

  public Feed withEntries(List<FeedEntry> others) {
    return new Feed(format, title, link, others, warnings, complete, pace);
  }
}
