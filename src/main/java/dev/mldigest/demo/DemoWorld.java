package dev.mldigest.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mldigest.io.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A fictional week of sources, served over HTTP on 127.0.0.1 and on a port of its own for as long
 * as it is open. The same program serves the same bytes each time, apart from the port. Some of its
 * sources are ill on purpose. It knows nothing of the pipeline that reads it.
 */
public final class DemoWorld implements AutoCloseable {
  private static final List<String> SITES = Resource.text("/demo/sites.txt").lines().toList();
  private static final String ARXIV_QUERY = "/arxiv/api/query";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  // Bound but never listening: whoever calls it is refused, and nobody else can take the port.
  private final Socket deaf = new Socket();
  private final Map<String, Document> documents = new HashMap<>();
  private final ArxivListing arxiv;

  private DemoWorld() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    deaf.bind(anyPort);
    server = HttpServer.create(anyPort, 0);
    Press press = new Press(address().toString());
    SITES.forEach(id -> documents.putAll(press.print(Site.read(id))));
    Site papers = Site.read("arxiv");
    documents.putAll(press.pages(papers));
    arxiv = new ArxivListing(papers, press);
    documents.put(
        "/robots.txt",
        new Document(200, "text/plain", Resource.text("/demo/robots.txt"), "", Map.of()));
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Opens the world; close it to free its two ports. */
  public static DemoWorld start() throws IOException {
    return new DemoWorld();
  }

  /** The moment at which the demo's issue is made: the end of its week. */
  public static Instant now() {
    return Site.PRESENT;
  }

  /** Scheme, host and port, without a path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The demo's feeds.yaml, with the addresses of this world. */
  public String configuration() {
    return Template.named("feeds.yaml")
        .fill(
            Map.of("base", address().toString(), "deaf", "http://127.0.0.1:" + deaf.getLocalPort()),
            List.of());
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    deaf.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Document document = find(exchange);
      byte[] body = document.body().getBytes(StandardCharsets.UTF_8);
      describe(exchange, document);
      if (document.status() == 200 && isKnown(exchange, document)) {
        exchange.sendResponseHeaders(304, -1);
      } else if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(document.status(), -1);
      } else {
        exchange.sendResponseHeaders(document.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Document find(HttpExchange exchange) {
    URI target = exchange.getRequestURI();
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Document.error(405, "The demo week can only be read.\n");
    }
    return target.getPath().equals(ARXIV_QUERY)
        ? arxiv.answer(target.getRawQuery())
        : documents.getOrDefault(target.getPath(), Document.NOT_FOUND);
  }

  private static void describe(HttpExchange exchange, Document document) {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", document.type() + "; charset=utf-8");
    document.headers().forEach(headers::set);
    if (document.status() == 200) {
      headers.set("ETag", document.entityTag());
    }
    if (!document.lastModified().isEmpty()) {
      headers.set("Last-Modified", document.lastModified());
    }
  }

  /** RFC 9110, 13.1.3: a date counts only where no entity tag was sent. */
  private static boolean isKnown(HttpExchange exchange, Document document) {
    String tags = exchange.getRequestHeaders().getFirst("If-None-Match");
    String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
    return tags != null
        ? tags.contains(document.entityTag())
        : since != null && since.equals(document.lastModified());
  }
}
