package dev.mldigest.model.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer as it would have come had the service kept to what was asked for: neither
 * compressed nor in the pieces of a stream.
 */
public final class Body {
  private Body() {}

  /**
   * @param most bytes, before and after
   * @throws IOException if it is longer, or breaks off
   */
  public static String text(
      byte[] bytes, @Nullable String encoding, @Nullable String type, long most)
      throws IOException {
    byte[] plain = decompressed(bytes, encoding, most);
    String text = new String(plain, StandardCharsets.UTF_8);
    return EventStream.isOne(type, text) ? EventStream.joined(text) : text;
  }

  /** By what it is, not by what is said of it: proxies unpack and forget to say so. */
  private static byte[] decompressed(byte[] bytes, @Nullable String encoding, long most)
      throws IOException {
    if (startsWith(bytes, 0x1f, 0x8b)) {
      return bounded(new GZIPInputStream(new ByteArrayInputStream(bytes)), most);
    }
    boolean deflated = "deflate".equalsIgnoreCase(encoding) && startsWith(bytes, 0x78);
    return deflated
        ? bounded(new InflaterInputStream(new ByteArrayInputStream(bytes)), most)
        : bytes;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bounded(InputStream in, long most) throws IOException {
    try (in) {
      byte[] plain = in.readNBytes((int) most + 1);
      if (plain.length > most) {
        throw new IOException("The answer is longer than " + most + " bytes.");
      }
      return plain;
    }
  }
}
