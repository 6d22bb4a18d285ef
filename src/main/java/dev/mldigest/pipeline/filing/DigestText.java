package dev.mldigest.pipeline.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The text of a digest's file, or one sentence why it has none. */
final class DigestText {
  private DigestText() {}

  /** UTF-8 and nothing else. */
  static String of(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(
          "The digest "
              + file
              + " is not UTF-8 text"
              + (isUtf16(bytes) ? " but UTF-16" : "")
              + "; it was left as it is: save it as UTF-8 and try again.");
    }
  }

  static UncheckedIOException unreadable(String sentence) {
    return new UncheckedIOException(sentence, new IOException(sentence));
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }
}
