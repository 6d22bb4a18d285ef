package dev.mldigest.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What one address answers.
 *
 * @param type the media type, without a charset: everything is UTF-8
 * @param lastModified an HTTP date, or empty
 * @param headers further response headers
 */
record Document(
    int status, String type, String body, String lastModified, Map<String, String> headers) {

  static final Document NOT_FOUND = error(404, "There is no such page in the demo week.\n");

  static Document error(int status, String text) {
    return new Document(status, "text/plain", text, "", Map.of());
  }

  /** A strong entity tag: a digest of the bytes, so the same bytes always have the same tag. */
  String entityTag() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
