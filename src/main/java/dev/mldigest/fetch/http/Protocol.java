package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;

/** How one kind of source is asked for news. Never throws for what the world does. */
public interface Protocol {

  /**
   * @param state what is remembered of the source since it was last asked
   * @param window the time that is wanted; used by sources that are asked by date
   */
  FetchOutcome fetch(Source source, SourceState state, Window window);
}
