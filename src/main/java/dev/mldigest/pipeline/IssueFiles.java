package dev.mldigest.pipeline;

import dev.mldigest.domain.AtomicFile;
import dev.mldigest.domain.Week;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of an issue under the output folder: {@code 2026-W10/digest.md} and {@code issue.json}.
 */
public final class IssueFiles {
  private final Path output;

  public IssueFiles(Path output) {
    this.output = output;
  }

  public Path digest(Week week) {
    return output.resolve(week.toString()).resolve("digest.md");
  }

  public Path json(Week week) {
    return output.resolve(week.toString()).resolve("issue.json");
  }

  /** The folder the state lives in. */
  public Path state() {
    return output.resolve("state");
  }

  /** The digest as it stands on disk, with whatever the editor did to it. */
  public Optional<String> readDigest(Week week) {
    Path file = digest(week);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The digest " + file + " cannot be read as UTF-8 text; it was left as it is.", e);
    }
  }

  /** Writes both files, each by write, fsync and rename. */
  void write(Week week, String markdown, String json) {
    try {
      Files.createDirectories(digest(week).getParent());
      AtomicFile.write(json(week), json);
      AtomicFile.write(digest(week), markdown);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
