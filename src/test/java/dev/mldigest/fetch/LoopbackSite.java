package dev.mldigest.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web site of one raw socket on a loopback address: tests say byte for byte what it sends, and
 * see what it was asked.
 */
public final class LoopbackSite implements AutoCloseable {
  /** Answers the n-th request, counted from 0. */
  public interface Script {
    void answer(int n, Request request, OutputStream out, Socket socket) throws Exception;
  }

  public record Request(String path, List<String> headers, long nanos) {
    public String header(String name) {
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  public final List<Request> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger busy = new AtomicInteger();
  public final AtomicInteger busiest = new AtomicInteger();
  private final ServerSocket server;
  private final String origin;

  public LoopbackSite(String host, Script script) throws IOException {
    this("http", host, new ServerSocket(0, 50, InetAddress.getByName(host)), script);
  }

  /** A site that listens on a socket of the test's making, for example one with TLS. */
  public LoopbackSite(String scheme, String host, ServerSocket server, Script script) {
    this.origin = scheme + "://" + host + ":" + server.getLocalPort();
    this.server = server;
    Thread.ofVirtual().start(() -> accept(script));
  }

  public static LoopbackSite answering(String host, String status, String body, String... headers)
      throws IOException {
    return new LoopbackSite(host, (n, request, out, socket) -> send(out, status, body, headers));
  }

  public static void send(OutputStream out, String status, String body, String... headers)
      throws IOException {
    send(out, status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public static void send(OutputStream out, String status, byte[] body, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (!head.toString().contains("Content-Length") && !head.toString().contains("chunked")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  public URI at(String path) {
    return URI.create(origin + path);
  }

  private void accept(Script script) {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket, script));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket, Script script) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      List<String> headers = in.lines().takeWhile(line -> !line.isEmpty()).toList();
      Request request = new Request(first.split(" ")[1], headers, System.nanoTime());
      int n;
      synchronized (this) {
        n = requests.size();
        requests.add(request);
      }
      busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
      try {
        script.answer(n, request, socket.getOutputStream(), socket);
      } finally {
        busy.decrementAndGet();
      }
    } catch (Exception e) {
      // the client went away
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
