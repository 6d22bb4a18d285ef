package dev.mldigest.cli;

import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.page.Workshop;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.pipeline.issue.Redo;
import org.jspecify.annotations.Nullable;

/** Reads feeds.yaml and builds what needs it when a page first wants something of that. */
final class LazyWorkshop implements Workshop, AutoCloseable {
  private final ConfigOption config;
  private final Folders places;
  private @Nullable Composition composition;

  LazyWorkshop(ConfigOption config, Folders places) {
    this.config = config;
    this.places = places;
  }

  private synchronized Composition opened() {
    if (composition == null) {
      try {
        composition =
            Composition.of(config.settings(), places.files(), places.clock(), Progress.SILENT);
      } catch (UsageException e) {
        throw new ClosedException(
            "This needs feeds.yaml, and there is %s".formatted(e.getMessage()));
      }
    }
    return composition;
  }

  @Override
  public Bench bench() {
    return opened().bench();
  }

  @Override
  public Redo redo() {
    return opened().redo();
  }

  @Override
  public synchronized void close() {
    if (composition != null) {
      composition.close();
    }
  }
}
