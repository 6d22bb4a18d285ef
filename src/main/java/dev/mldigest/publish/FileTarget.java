package dev.mldigest.publish;

import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.DiskFullException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Publishes into a file, all or nothing. A file that already holds the content keeps its date, so
 * that whoever watches it is not woken for nothing.
 */
public record FileTarget(Path file) {
  public PublishOutcome publish(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    if (holds(bytes)) {
      return new PublishOutcome.Unchanged(file.toString());
    }
    try {
      AtomicFile.write(file, bytes);
      return new PublishOutcome.Published(file.toString(), bytes.length);
    } catch (IOException e) {
      return new PublishOutcome.Failed(
          file.toString(), String.valueOf(e.getMessage()), DiskFullException.isBehind(e));
    }
  }

  private boolean holds(byte[] bytes) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == bytes.length
          && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      return false; // Unreadable: then writing it is what tells the editor why.
    }
  }
}
