package dev.mldigest.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends answers, each with the headers that keep a browser from doing more than it is told. */
final class Sent {
  private Sent() {}

  static void to(HttpExchange exchange, Answer answer) throws IOException {
    head(exchange.getResponseHeaders(), answer);
    boolean empty = answer.length() == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.length());
    if (!empty) {
      answer.writeTo(exchange.getResponseBody());
    }
  }

  /** The same, and nothing more is read on that connection. */
  static void alone(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Connection", "close");
    to(exchange, answer);
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
