package dev.mldigest.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes to the page as a browser does, before there is one: what an answer needs is read, loaded and
 * compiled then, and the first that somebody waits for takes no longer than the others. Promises
 * nothing: what goes wrong here goes wrong again for who asks, and is answered there.
 */
final class FirstVisit {
  /** Nobody waits for the address of a page any longer than that; it takes a quarter of it. */
  private static final int LONGEST_MILLIS = 800;

  private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: ([^=]+=([^;\r\n]+))");
  private static final Pattern PLACE = Pattern.compile("(?i)location: (\\S+)");

  private final InetAddress host;
  private final int port;

  FirstVisit(InetAddress host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * @param key good once
   * @return the id of the session that it was in, or empty
   */
  String by(String key) {
    try {
      String entered = got("/?key=" + key, "");
      Matcher cookie = COOKIE.matcher(entered);
      Matcher place = PLACE.matcher(entered);
      if (!cookie.find() || !place.find()) {
        return "";
      }
      page(place.group(1), cookie.group(1));
      return cookie.group(2);
    } catch (IOException e) {
      return "";
    }
  }

  private void page(String path, String cookie) {
    try {
      got(path, "Cookie: " + cookie + "\r\n");
    } catch (IOException e) {
      // It is late: it goes on being made, and is there sooner for who asks next.
    }
  }

  private String got(String path, String header) throws IOException {
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(LONGEST_MILLIS);
      String request =
          "GET %s HTTP/1.1\r\nHost: %s:%d\r\n%sConnection: close\r\n\r\n"
              .formatted(path, host.getHostAddress(), port, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
