package dev.mldigest.cli;

import dev.mldigest.cli.console.Folders;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.page.Workshop;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.pipeline.issue.Redo;
import dev.mldigest.pipeline.publishing.Publishing;
import org.jspecify.annotations.Nullable;

/** Builds what asks models and the web when a page first wants something of that. */
final class LazyWorkshop implements Workshop, AutoCloseable {
  private final Settings settings;
  private final Folders places;
  private @Nullable Composition composition;

  LazyWorkshop(Settings settings, Folders places) {
    this.settings = settings;
    this.places = places;
  }

  private synchronized Composition opened() {
    if (composition == null) {
      composition = Composition.of(settings, places.files(), places.clock(), Progress.SILENT);
    }
    return composition;
  }

  @Override
  public Bench bench() {
    return opened().bench();
  }

  @Override
  public Redo redo() {
    if (settings.model().provider() == LanguageModel.Provider.NONE) {
      throw new ClosedException(
          "No model is configured, so there is no one to write it again; e lets you write it.");
    }
    return opened().redo();
  }

  @Override
  public void checkLinks(Week week) {
    opened().gate().checkLinks(week);
  }

  @Override
  public Publishing publishing() {
    return Composition.publishing(settings, opened().store(), places.files(), places.clock());
  }

  @Override
  public synchronized void close() {
    if (composition != null) {
      composition.close();
    }
  }
}
