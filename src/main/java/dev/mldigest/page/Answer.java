package dev.mldigest.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param headers besides those that every answer has, which they replace
 */
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  static Answer of(int status, String type, String body) {
    return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Answer html(String body) {
    return of(200, HTML, body);
  }

  static Answer json(String body) {
    return of(200, JSON, body);
  }

  /** One sentence for who asked for something that there is not, or that cannot be. */
  static Answer no(int status, String sentence) {
    return of(status, TEXT, sentence + "\n");
  }

  static Answer to(String path) {
    return of(303, TEXT, "").with("Location", path);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }
}
