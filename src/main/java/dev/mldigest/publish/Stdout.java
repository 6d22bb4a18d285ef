package dev.mldigest.publish;

import dev.mldigest.io.DiskFullException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Publishes into a pipe: the content in UTF-8 and nothing else. The stream stays open. */
public record Stdout(OutputStream stream) {
  private static final String NAME = "standard output";

  public PublishOutcome publish(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try {
      stream.write(bytes);
      stream.flush();
      return new PublishOutcome.Published(NAME, bytes.length);
    } catch (IOException e) {
      return new PublishOutcome.Failed(
          NAME,
          "Standard output took only a part of the issue: " + e.getMessage() + ".",
          DiskFullException.isBehind(e));
    }
  }
}
