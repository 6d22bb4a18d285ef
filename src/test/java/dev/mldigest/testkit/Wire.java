package dev.mldigest.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Requests as bytes on a socket: what no client library would send is sent as it is. */
public final class Wire {
  /** An answer on this machine takes less, however busy it is. */
  private static final int LONGEST = 30_000;

  private final int port;

  public Wire(int port) {
    this.port = port;
  }

  /** What came back, whole; status 0 where the connection was closed without a word. */
  public record Answer(int status, String head, String body) {
    public String header(String name) {
      return Arrays.stream(head.split("\r\n"))
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  public String origin() {
    return "http://127.0.0.1:" + port;
  }

  public String get(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + close();
  }

  /** As a page of this origin sends it. */
  public String post(String target, String headers, String type, String body) {
    return "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s%s%s"
        .formatted(
            target,
            port,
            origin(),
            type,
            body.getBytes(StandardCharsets.UTF_8).length,
            headers,
            close(),
            body);
  }

  private static String close() {
    return "Connection: close\r\n\r\n";
  }

  public Answer send(String request) throws IOException {
    try (Socket socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  public Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setSoTimeout(LONGEST);
    return socket;
  }

  /** All that comes until the other side closes. */
  public static Answer read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (java.net.SocketException e) {
      // closed with something unread: what came before it counts
    }
    String text = all.toString(StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, "", text);
    }
    return new Answer(
        Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
  }
}
