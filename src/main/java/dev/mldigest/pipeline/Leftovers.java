package dev.mldigest.pipeline;

import dev.mldigest.io.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** What runs that were killed left under the output folder. */
final class Leftovers {
  /** The output folder, the state and the folders of issues, and what may lie in those. */
  private static final int DEPTH = 2;

  private Leftovers() {}

  /** Removes files of our own naming that were half written before then; never fails a run. */
  static void sweep(Path output, FileTime before) {
    try (Stream<Path> paths = Files.walk(output, DEPTH)) {
      paths.filter(Files::isDirectory).forEach(folder -> AtomicFile.sweep(folder, before));
    } catch (IOException | UncheckedIOException e) {
      // The next complete run tries again.
    }
  }
}
