package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.pipeline.issue.Redo;
import dev.mldigest.pipeline.publishing.Publishing;

/**
 * What needs the settings, a model or the web. It is opened when it is first asked for: most
 * reviews never do.
 */
public interface Workshop {
  /** It cannot be opened; the message is one sentence. */
  final class ClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClosedException(String sentence) {
      super(sentence);
    }
  }

  /** What is there to put in. */
  Bench bench();

  /** What has an item written again. */
  Redo redo();

  /** Asks for an issue's links of which nothing is known of late; where that cannot be, nothing. */
  default void checkLinks(Week week) {}

  /** What makes drafts of an approved issue. */
  Publishing publishing();
}
