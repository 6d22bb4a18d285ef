package dev.mldigest.cli.console;

import dev.mldigest.config.opml.Opml;
import dev.mldigest.config.opml.OutlineFeed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads an OPML file that a person named. */
public final class OpmlFile {
  private OpmlFile() {}

  /**
   * @throws UsageException with one sentence if the file cannot be read or is no OPML
   */
  public static List<OutlineFeed> read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new Opml().read(in);
    } catch (NoSuchFileException e) {
      throw new UsageException("'" + file + "' does not exist.", e);
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be read: " + e.getMessage(), e);
    }
  }
}
