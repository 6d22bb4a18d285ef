package dev.mldigest.assemble.post;

import java.nio.charset.StandardCharsets;

/** Bluesky: what the app finds in a text becomes a link; it counts in full. */
final class Bluesky extends Plain {
  /** The text may have so many bytes for each character of its limit. */
  private static final int BYTES = 10;

  @Override
  public String words(String text) {
    return Inert.hosts(Inert.tags(Inert.mentions(text)));
  }

  @Override
  public int size(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return Math.max(clusters(text), (bytes + BYTES - 1) / BYTES);
  }
}
