package dev.mldigest.summarise;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider on a bare loopback socket: what it sends, when, and where it breaks off is the test's
 * business. Connections are kept as HTTP/1.1 keeps them.
 */
public final class LoopbackProvider implements AutoCloseable {
  public static final String GOOD = "{\"n\":3,\"word\":\"yes\"}";

  /** Answers one request; may close the socket. */
  public interface Handler {
    void answer(int call, String body, Connection to) throws Exception;
  }

  private final ServerSocket server;
  private final AtomicInteger calls = new AtomicInteger();
  private final Handler handler;

  public LoopbackProvider(Handler handler) {
    this.handler = handler;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
  }

  public int calls() {
    return calls.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (!socket.isClosed()) {
        String body = request(in);
        if (body == null) {
          return;
        }
        handler.answer(calls.getAndIncrement(), body, new Connection(socket));
      }
    } catch (Exception e) {
      // The caller went away, as callers do.
    }
  }

  private static @org.jspecify.annotations.Nullable String request(InputStream in)
      throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      head.write(read);
    }
    String lower = head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    int length = Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** One request's way back. */
  public record Connection(Socket socket) {
    public void send(int status, Map<String, String> headers, String body) throws IOException {
      raw(head(status, headers, body.getBytes(StandardCharsets.UTF_8).length) + body);
    }

    public static String head(int status, Map<String, String> headers, int length) {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      return head + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    public void raw(String text) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  /** An OpenAI envelope. */
  public static String envelope(String content, String finish, String usage) {
    return "{\"id\":\"x\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\""
        + finish
        + "\",\"message\":{\"role\":\"assistant\",\"content\":"
        + com.fasterxml.jackson.databind.node.TextNode.valueOf(content)
        + "}}]"
        + (usage.isEmpty() ? "" : ",\"usage\":" + usage)
        + "}";
  }

  public static String usage(long input, long output) {
    return "{\"prompt_tokens\":" + input + ",\"completion_tokens\":" + output + "}";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
