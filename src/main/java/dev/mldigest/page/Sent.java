package dev.mldigest.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends answers, each with the headers that keep a browser from doing more than it is told. */
final class Sent {
  private Sent() {}

  static void to(HttpExchange exchange, Answer answer) throws IOException {
    head(exchange.getResponseHeaders(), answer);
    boolean empty = answer.length() == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.length());
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        answer.writeTo(out);
        out.flush(); // before the rest of what was sent is read, which may fail
      }
    }
  }

  /** The same to who is refused: nothing more is answered on that connection. */
  static void alone(HttpExchange exchange, Answer answer) throws IOException {
    drop(exchange.getRequestBody());
    exchange.getResponseHeaders().set("Connection", "close");
    to(exchange, answer);
  }

  /** What came already: a connection that is closed over it takes the answer with it. */
  private static void drop(InputStream body) throws IOException {
    int left = Body.MOST;
    for (int more = body.available(); more > 0 && left > 0; more = body.available()) {
      left -= body.readNBytes(Math.min(more, left)).length;
    }
  }

  static void head(Headers headers, Answer answer) {
    headers.set("Content-Type", answer.type());
    headers.set(Policy.HEADER, Policy.NOTHING);
    headers.set("X-Content-Type-Options", "nosniff");
    // With 'no-referrer' a browser hides the origin of a form, which the guard wants to see.
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    answer.headers().forEach(headers::set);
  }
}
