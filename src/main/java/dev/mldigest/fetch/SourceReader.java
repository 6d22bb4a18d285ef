package dev.mldigest.fetch;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;

/**
 * Asks a source for news in the way of its kind. Storing states and deciding when to ask again is
 * left to the caller.
 */
public final class SourceReader {
  private final Protocol feed;
  private final Protocol arxiv;

  public SourceReader(Http http, FeedParser parser) {
    this.feed = new FeedProtocol(http, parser);
    this.arxiv = new ArxivProtocol(http);
  }

  /**
   * @param state what is remembered of the source since it was last asked
   * @param window the time that is wanted; used by sources that are asked by date
   */
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    return protocol(source.kind()).fetch(source, state, window);
  }

  private Protocol protocol(SourceKind kind) {
    return switch (kind) {
      case ARXIV -> arxiv;
      case BLOG,
          NEWS,
          PAPERS,
          PODCAST,
          VIDEO,
          RELEASES,
          HACKER_NEWS,
          REDDIT,
          YOUTUBE,
          GITHUB,
          HUGGING_FACE,
          NEWS_API,
          SITEMAP,
          LISTING,
          ARCHIVE ->
          feed;
    };
  }
}
