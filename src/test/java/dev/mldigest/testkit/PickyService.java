package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A model's service on loopback that is as particular as a test says. */
public final class PickyService implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What it answers a request.
   *
   * @param status of HTTP
   */
  public record Answer(int status, String body) {}

  /** A request as it came. */
  public record Asked(String path, String key, JsonNode body, int number) {
    public boolean has(String field) {
      return body.has(field);
    }

    public String text() {
      return body.toString();
    }
  }

  /** How it answers. */
  public interface Ways {
    Answer answer(Asked asked) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  public PickyService(Ways ways) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, ways));
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int calls() {
    return calls.get();
  }

  /** Calls that were no success. */
  public int refused() {
    return refused.get();
  }

  private void answer(HttpExchange exchange, Ways ways) throws IOException {
    try (exchange) {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody());
      var headers = exchange.getRequestHeaders();
      String key = headers.getFirst("api-key");
      key = key == null ? headers.getFirst("x-api-key") : key;
      key = key == null ? headers.getFirst("Authorization") : key;
      Answer answer =
          ways.answer(
              new Asked(
                  exchange.getRequestURI().toString(),
                  key == null ? "" : key,
                  body,
                  calls.incrementAndGet()));
      refused.addAndGet(answer.status() == 200 ? 0 : 1);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
