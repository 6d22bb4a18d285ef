package dev.mldigest.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a request is answered with. */
final class Answer {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private final int status;
  private final String type;
  private final byte[] body;
  private final Map<String, String> headers;

  private Answer(int status, String type, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.headers = headers;
  }

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

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  int length() {
    return body.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(body);
  }

  /** Besides those that every answer has, which they replace. */
  Map<String, String> headers() {
    return headers;
  }
}
