package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;

/** A source that is asked, and what is remembered of it. */
record Turn(Source source, SourceState state) {
  /** False for files, which says nothing of the network. */
  boolean isRemote() {
    return !source.isLocal();
  }
}
