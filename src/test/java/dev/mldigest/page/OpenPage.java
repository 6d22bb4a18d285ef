package dev.mldigest.page;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.pipeline.issue.Redo;
import dev.mldigest.pipeline.publishing.Publishing;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.PageClient;
import dev.mldigest.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The page of a test's issue, served, and a browser that was let in. */
final class OpenPage implements AutoCloseable {
  final String week;
  final Store store;
  final Pages pages;
  final ReviewServer server;
  final PageClient browser;
  final NoWorkshop workshop = new NoWorkshop();

  OpenPage(Program program, String week) throws IOException {
    IssueFiles files = new IssueFiles(program.output());
    store = Store.open(files.state());
    this.week = week;
    pages =
        new Pages(
            store,
            files,
            InstantSource.system(),
            Week.parse(week),
            settings(program.config()),
            workshop);
    server = ReviewServer.start(0, pages, Duration.ofMillis(300));
    browser = new PageClient(server.address());
  }

  private static Settings settings(Path config) {
    return switch (new SettingsReader().read(config, Map.of())) {
      case SettingsReading.Valid(Settings settings) -> settings;
      case SettingsReading.Invalid invalid -> throw new AssertionError(invalid.toString());
    };
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  /** Nothing that needs settings is asked of it. */
  static final class NoWorkshop implements Workshop {
    /** What becomes of asking where the links lead. */
    volatile Runnable links = () -> {};

    @Override
    public void checkLinks(Week week) {
      links.run();
    }

    @Override
    public Bench bench() {
      throw new ClosedException("There is no feeds.yaml.");
    }

    @Override
    public Redo redo() {
      throw new ClosedException("There is no feeds.yaml.");
    }

    @Override
    public Publishing publishing() {
      throw new ClosedException("There is no feeds.yaml.");
    }
  }
}
