package dev.mldigest.demo;

import dev.mldigest.io.Sha256;
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
    return '"' + Sha256.of(body).substring(0, 16) + '"';
  }
}
