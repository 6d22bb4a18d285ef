package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A newsletter service on loopback: it keeps what it is given, is as strict as its documented
 * interface, renders its template language, and fails as a test says.
 */
public abstract class FakeService implements AutoCloseable {
  protected static final ObjectMapper MAPPER = new ObjectMapper();

  /** What goes wrong with one request. */
  public enum Fault {
    NONE,
    /** The connection breaks before the service has looked at it. */
    LOST_BEFORE,
    /** It is done, and the answer never arrives. */
    LOST_AFTER,
    /** It is done, and the answer comes later than anybody waits. */
    LATE,
    /** 401, in JSON and without a list. */
    UNAUTHORIZED,
    /** 429 with Retry-After. */
    LIMITED,
    /** 500, nothing was done. */
    BROKEN_BEFORE,
    /** 500, and it was done all the same. */
    BROKEN_AFTER,
    /** 200 with the page of somebody in front of the service. */
    PAGE,
    /** 503 with Retry-After. */
    OUT,
    /** It leads elsewhere. */
    MOVED
  }

  /** A request as it came. */
  public record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      JsonNode body,
      String text) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }
  }

  /** What is answered. */
  public record Answer(int status, JsonNode body) {}

  /** A draft or a mail as the service keeps it. */
  public record Kept(String id, String status, ObjectNode fields) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new ArrayList<>();
  private Supplier<Fault> faults = () -> Fault.NONE;
  private final long late;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Instant> listed = new HashMap<>();
  private InstantSource clock = InstantSource.system();
  private Duration lag = Duration.ZERO;

  /**
   * @param late milliseconds after which a late answer comes
   */
  @SuppressWarnings("this-escape") // nobody asks before its address is known
  protected FakeService(long late) {
    this.late = late;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.createContext("/", this::exchange);
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Asked before each request. */
  public synchronized void faults(Supplier<Fault> plan) {
    faults = plan;
  }

  /** From now on what is made shows by its identifier at once, and in look-ups that much later. */
  public synchronized void listsLate(Duration wait, InstantSource time) {
    lag = wait;
    clock = time;
  }

  /** Whether look-ups show it yet. */
  protected final boolean isListed(String id) {
    Instant from = listed.get(id);
    return from == null || !clock.instant().isBefore(from);
  }

  private void noteNew() {
    kept().forEach(one -> listed.putIfAbsent(one.id(), clock.instant().plus(lag)));
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** All that it keeps, whatever became of it. */
  public abstract List<Kept> kept();

  /** Those that readers get, or got, without a person having asked for it. */
  public abstract List<Kept> leaving();

  /** What readers would see of one, by field, after the template language has been rendered. */
  public abstract Map<String, String> rendered(Kept kept);

  /** One call at a time, as in a transaction. */
  protected abstract Answer answer(Request request);

  /** How a request without the right key is refused, or null where it has it. */
  protected abstract @Nullable Answer unauthorized(Request request);

  /** The body of an error in the service's own form. */
  protected abstract JsonNode error(String code, String sentence);

  protected Answer refused(int status, String code, String sentence) {
    return new Answer(status, error(code, sentence));
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = request(exchange);
      Fault fault;
      Answer answer = null;
      synchronized (this) {
        requests.add(request);
        fault = faults.get();
        boolean isDone =
            switch (fault) {
              case NONE, LOST_AFTER, LATE, BROKEN_AFTER -> true;
              default -> false;
            };
        if (isDone) {
          answer = unauthorized(request);
          answer = answer == null ? answer(request) : answer;
          noteNew();
        }
      }
      switch (fault) {
        case NONE -> send(exchange, answer == null ? 500 : answer.status(), text(answer));
        case LATE -> {
          pause();
          send(exchange, answer == null ? 500 : answer.status(), text(answer));
        }
        case LOST_BEFORE, LOST_AFTER -> {}
        case UNAUTHORIZED -> send(exchange, 401, error("unauthorized", "no").toString());
        case LIMITED -> {
          exchange.getResponseHeaders().set("Retry-After", "3");
          send(exchange, 429, error("limited", "slow down").toString());
        }
        case OUT -> {
          exchange.getResponseHeaders().set("Retry-After", "2");
          send(exchange, 503, "");
        }
        case BROKEN_BEFORE, BROKEN_AFTER -> send(exchange, 500, "<h1>Oops</h1>");
        case PAGE -> send(exchange, 200, "<html><body>Checking your browser</body></html>");
        case MOVED -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
          send(exchange, 307, "");
        }
      }
    }
  }

  private static String text(@Nullable Answer answer) {
    return answer == null || answer.body().isMissingNode() ? "" : answer.body().toString();
  }

  /** Holds an answer back, no longer than the service is there. */
  private void pause() {
    try {
      closing.await(late, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text),
        text);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      // Nobody waits for it any more.
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
