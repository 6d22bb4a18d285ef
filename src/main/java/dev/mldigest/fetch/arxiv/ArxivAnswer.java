package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one of arXiv's interfaces answered. */
sealed interface ArxivAnswer {

  /**
   * All that was asked for.
   *
   * @param upTo every announcement up to then that was asked for is in it; null where the answer
   *     does not tell
   * @param warnings one sentence for each repair
   */
  record Read(
      List<ArxivPaper> papers,
      @Nullable Instant upTo,
      List<String> warnings,
      Validators validators,
      Duration freshFor)
      implements ArxivAnswer {}

  /**
   * 304.
   *
   * @param at when the server says it answered, or null
   */
  record Unchanged(Validators validators, Duration freshFor, @Nullable Instant at)
      implements ArxivAnswer {}

  /**
   * Not all, or nothing.
   *
   * @param papers what came before it broke
   * @param after how many results came before it broke
   */
  record Broken(List<ArxivPaper> papers, int after, FetchOutcome why) implements ArxivAnswer {}
}
