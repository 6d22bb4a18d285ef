package dev.mldigest.cli.feeds;

import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.config.FeedsFile;
import dev.mldigest.config.SettingsReader;
import dev.mldigest.domain.Source;
import dev.mldigest.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Appends sources to feeds.yaml on disk: the new text is checked before it takes the old one's
 * place, in one step, so that a full disk or a kill leaves the editor's file as it was.
 */
final class FeedsFileUpdate {
  private final Path file;

  FeedsFileUpdate(Path file) {
    this.file = file;
  }

  /**
   * @throws UsageException if the file cannot be written, or its layout cannot be added to
   */
  void append(List<Source> sources) {
    try {
      Path target = file.toRealPath();
      String changed = new FeedsFile().addSources(Files.readString(target), sources);
      ConfigOption.valid(
          new SettingsReader().read(file.toString(), changed, System.getenv()), file.toString());
      write(target, changed);
    } catch (IllegalArgumentException e) {
      throw new UsageException("'" + file + "' cannot be added to: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be read.", e);
    }
  }

  private static void write(Path target, String text) {
    try {
      AtomicFile.write(target, text);
    } catch (IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
