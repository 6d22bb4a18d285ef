package dev.mldigest.fetch.feed;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FetchFailure;

/** What a document turned out to be. */
public sealed interface FeedReading {
  /** A feed; its warnings tell what had to be repaired. */
  record Read(Feed feed) implements FeedReading {}

  /**
   * @param error one sentence for a person
   */
  record Unreadable(FetchFailure why, String error) implements FeedReading {}
}
