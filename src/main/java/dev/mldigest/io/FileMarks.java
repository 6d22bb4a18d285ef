package dev.mldigest.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells by names, sizes and times, without reading, whether any of several files changed. */
public final class FileMarks {
  private FileMarks() {}

  /**
   * A hash that changes with any of them.
   *
   * @param folder they are named from here, so that it may be moved
   */
  public static String of(Path folder, List<Path> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      lines
          .append(folder.relativize(file))
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file))
          .append('\n');
    }
    return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
