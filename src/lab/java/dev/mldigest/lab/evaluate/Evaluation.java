package dev.mldigest.lab.evaluate;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is measured without a language model, in the order of the table. The small sets
 * of our own always; the corpora as far as they are there.
 */
public final class Evaluation {
  private final Gists gists = new Gists();
  private final EditedSummaries edited = new EditedSummaries();
  private final SeededErrors seeded = new SeededErrors();
  private final HostileTexts hostile = new HostileTexts();

  /**
   * Hands over each figure as it is measured.
   *
   * @param corpora a folder of corpora, or null
   */
  public void run(@Nullable Path corpora, Consumer<Figure> figures) {
    gists.own().forEach(figures);
    seeded.own().forEach(figures);
    hostile.own().forEach(figures);
    if (corpora != null) {
      gists.corpus(corpora).forEach(figures);
      edited.corpus(corpora).forEach(figures);
      seeded.corpus(corpora).forEach(figures);
      hostile.corpus(corpora).forEach(figures);
    }
  }
}
