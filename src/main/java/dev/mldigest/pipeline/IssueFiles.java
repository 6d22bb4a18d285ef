package dev.mldigest.pipeline;

import dev.mldigest.domain.AtomicFile;
import dev.mldigest.domain.DiskFullException;
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

  /** The folder of all issues. */
  Path output() {
    return output;
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

  /** Moves a digest that the state knows nothing of out of the way, under a name of its own. */
  Path keepAside(Week week) {
    Path file = digest(week);
    int number = 1;
    Path kept = file.resolveSibling("digest.kept-1.md");
    while (Files.exists(kept)) {
      number++;
      kept = file.resolveSibling("digest.kept-" + number + ".md");
    }
    try {
      return Files.move(file, kept);
    } catch (IOException e) {
      throw new UncheckedIOException("The digest " + file + " cannot be moved out of the way.", e);
    }
  }

  /** Writes both files, each by write, fsync and rename. */
  void write(Week week, String markdown, String json) {
    try {
      Files.createDirectories(digest(week).getParent());
      AtomicFile.write(json(week), json);
      AtomicFile.write(digest(week), markdown);
    } catch (IOException e) {
      throw new UncheckedIOException(
          digest(week).getParent()
              + " cannot be written; check its permissions and the space on the disk, then run"
              + " again: nothing was lost.",
          e instanceof DiskFullException ? e : new IOException(e.getMessage()));
    }
  }
}
