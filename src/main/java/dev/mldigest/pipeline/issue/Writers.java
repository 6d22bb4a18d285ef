package dev.mldigest.pipeline.issue;

import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.summarise.Opinions;
import dev.mldigest.summarise.Summariser;
import dev.mldigest.summarise.opening.FrontPage;

/**
 * Who writes an issue's prose and is asked for judgement, each with a model or without.
 *
 * @param progress is told how far they are
 */
public record Writers(
    Summariser summariser, FrontPage frontPage, Opinions opinions, Progress progress) {
  /** The same, asked for no judgement. */
  Writers withoutOpinions() {
    return new Writers(summariser, frontPage, Opinions.none(), progress);
  }
}
